/** Balanced crossed study: every operator measures every part equally often. */
export interface GaugeTable {
  parts: number;
  operators: number;
  trials: number;
  /** values[(part · operators + operator) · trials + trial]. */
  values: Float64Array;
}

/**
 * Sorts measurements with their part and operator into the table; null where the study is not balanced (a cell of the
 * table has another number of trials, or a value is missing) or below 2 parts, 2 operators or 2 trials.
 */
export function gaugeTable(values: Float64Array, parts: Int32Array, operators: Int32Array): GaugeTable | null {
  const p = parts.reduce((most, id) => Math.max(most, id + 1), 0);
  const o = operators.reduce((most, id) => Math.max(most, id + 1), 0);
  const trials = values.length / (p * o);
  if (p < 2 || o < 2 || trials < 2 || !Number.isInteger(trials)) {
    return null;
  }
  const table = new Float64Array(values.length);
  const filled = new Int32Array(p * o);
  for (let i = 0; i < values.length; i++) {
    const cell = parts[i]! * o + operators[i]!;
    if (filled[cell]! >= trials || values[i] !== values[i]) {
      return null;
    }
    table[cell * trials + filled[cell]!] = values[i]!;
    filled[cell]!++;
  }
  return { parts: p, operators: o, trials, values: table };
}
