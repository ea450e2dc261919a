import { type Cells, NOZZLES } from './fillingLine';

/** The values of each nozzle, in their order. */
export function cellsByNozzle({ values, groups }: Cells): Float64Array[] {
  const size = new Int32Array(NOZZLES);
  groups.forEach((nozzle) => size[nozzle]!++);
  const found = Array.from(size, (n) => new Float64Array(n));
  size.fill(0);
  groups.forEach((nozzle, i) => (found[nozzle]![size[nozzle]!++] = values[i]!));
  return found;
}

/** The mean of every window, a list a nozzle. */
export function meansByNozzle({ values, starts, groups }: Cells): Float64Array[] {
  const means = Array.from({ length: NOZZLES }, () => new Float64Array(starts.length));
  const n = new Int32Array(NOZZLES);
  for (let w = 0; w < starts.length; w++) {
    n.fill(0);
    for (let i = starts[w]!; i < (starts[w + 1] ?? values.length); i++) {
      means[groups[i]!]![w]! += values[i]!;
      n[groups[i]!]!++;
    }
    means.forEach((list, nozzle) => (list[w]! /= n[nozzle]!));
  }
  return means;
}

/** The window means as the only values of their windows: so the chart knows one σ a nozzle, whatever n was. */
export function asSingleValues(cells: Cells): Cells {
  const means = meansByNozzle(cells);
  const count = cells.starts.length;
  const values = new Float64Array(count * NOZZLES);
  for (let i = 0; i < values.length; i++) {
    values[i] = means[i % NOZZLES]![Math.floor(i / NOZZLES)]!;
  }
  return {
    values,
    starts: Int32Array.from({ length: count }, (_, w) => w * NOZZLES),
    groups: Int32Array.from({ length: values.length }, (_, i) => i % NOZZLES),
  };
}
