import { drawChart, normals, random } from '@cellthread/stats';

/** A multiple of neither the subgroups' five nor the streams' ten, so that their means vary as well. */
const PATTERN = 63;

/** Where each subgroup of five begins. */
export const everyFifth = (n: number): Int32Array => Int32Array.from({ length: Math.floor(n / 5) }, (_, g) => g * 5);

/** A pattern, repeated, whose values and subgroups of five no Nelson rule objects to: no signal is made, for that is an object. */
export function quietSeries(length: number): Float64Array {
  for (let seed = 1; ; seed++) {
    const draw = normals(random(seed));
    const pattern = Float64Array.from({ length: PATTERN }, draw);
    const values = Float64Array.from({ length }, (_, i) => pattern[i % PATTERN]!);
    const signals = (kind: string, starts?: Int32Array) =>
      drawChart(kind, { data: { values, starts }, rules: ['nelson'] }).parts!.flatMap((part) => part.signals).length;
    if (signals('i-mr') === 0 && signals('xbar-s', everyFifth(length)) === 0) {
      return values;
    }
  }
}
