import { type ChartPart } from '../charts/types';
import { compare } from './track';
import { type Rule, type Signal } from './types';

/** The next point from i on that lies beyond a limit, rounding not looked at; the number of points where there is none. */
function nextBeyond({ points, lcl, ucl }: ChartPart, i: number): number {
  const count = points.length;
  while (i < count && !(points[i]! > ucl[i]! || points[i]! < lcl[i]!)) {
    i++;
  }
  return i;
}

/** Signals of points beyond their limits: they need no memory, and so no track. */
export function signalsBeyond(part: ChartPart, rules: readonly Rule[], excluded?: Uint8Array): Signal[] {
  const { points, centre, lcl, ucl } = part;
  const signals: Signal[] = [];
  for (let i = nextBeyond(part, 0); i < points.length; i = nextBeyond(part, i + 1)) {
    if (centre[i] !== centre[i] || excluded?.[i]) {
      continue;
    }
    const x = points[i]!;
    const side = compare(x, ucl[i]!) > 0 ? 'high' : compare(x, lcl[i]!) < 0 ? 'low' : null;
    if (side) {
      rules.forEach((rule) => signals.push({ index: i, rule: rule.id, side, pattern: [i] }));
    }
  }
  return signals;
}
