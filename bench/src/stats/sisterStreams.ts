import { type ChartData, chartType, drawChart, evaluateRules, normals, random } from '@cellthread/stats';

/**
 * False alarms a day and time to detection on fill mass: twelve nozzles, 20 000 cells a day, lots of 1 250 with 35 % of the
 * variance between lots, windows of 15 minutes. Seeded; takes about a minute.
 */
const CELLS = 20_000;
const NOZZLES = 12;
const LOT = 1_250;
const WINDOWS = 96;
const BETWEEN = 0.35;
const draw = normals(random(17));

function cells(
  days: number,
  shift?: { from: number; nozzle: number; by: number }
): Required<Pick<ChartData, 'values' | 'starts' | 'groups'>> {
  const n = days * CELLS;
  const values = new Float64Array(n);
  const groups = new Int32Array(n);
  const starts: number[] = [];
  let lot = 0;
  let last = -1;
  for (let i = 0; i < n; i++) {
    lot = i % LOT === 0 ? Math.sqrt(BETWEEN) * draw() : lot;
    const window = Math.floor((i * WINDOWS) / CELLS);
    if (window !== last) {
      starts.push(i);
      last = window;
    }
    groups[i] = i % NOZZLES;
    values[i] = lot + Math.sqrt(1 - BETWEEN) * draw();
    if (shift && i >= shift.from && groups[i] === shift.nozzle) {
      values[i]! += shift.by;
    }
  }
  return { values, starts: Int32Array.from(starts), groups };
}

/** Alarms when the count starts anew after each: neighbouring signals are one alarm. */
function alarms(kind: string, baseline: Float64Array, values: Float64Array, width?: number): number {
  const model = chartType(kind).phaseI({ values: baseline })!;
  const [part] = chartType(kind).phaseII({ values }, model, { width });
  let count = 0;
  let last = -2;
  for (const { index } of evaluateRules(part!, ['N1'])) {
    count += index > last + 1 ? 1 : 0;
    last = index;
  }
  return count;
}

function windowMeans({ values, starts, groups }: ReturnType<typeof cells>, nozzle: number): Float64Array {
  const means = new Float64Array(starts.length);
  for (let w = 0; w < starts.length; w++) {
    let sum = 0;
    let n = 0;
    for (let i = starts[w]!; i < (starts[w + 1] ?? values.length); i++) {
      if (groups[i] === nozzle) {
        sum += values[i]!;
        n++;
      }
    }
    means[w] = sum / n;
  }
  return means;
}

function main(): void {
  const days = 120;
  const baseline = cells(30);
  const run = cells(days);
  const sister = chartType('sister');
  const model = sister.phaseI(baseline)!;
  const hits = new Set<string>();
  for (const part of sister.phaseII(run, model)) {
    if (part.id.startsWith('ewma/') || part.id.startsWith('x/')) {
      evaluateRules(part, ['N1']).forEach((s) => hits.add(`${part.id.split('/')[1]} ${s.index}`));
    }
  }
  let means = 0;
  for (let nozzle = 0; nozzle < NOZZLES; nozzle++) {
    const limits = chartType('i-mr').phaseI({ values: windowMeans(baseline, nozzle) })!;
    const drawn = drawChart('i-mr', { data: { values: windowMeans(run, nozzle) }, model: limits, rules: ['N1'] });
    means += drawn.parts![0]!.signals.length;
  }
  const minutes: number[] = [];
  for (let r = 0; r < 400; r++) {
    const from = Math.floor(CELLS / 2 + ((r / 400) * 3 * CELLS) / WINDOWS);
    const shifted = cells(1, { from, nozzle: 3, by: 1 });
    let first = Infinity;
    for (const part of sister.phaseII(shifted, model)) {
      if (part.id === 'ewma/3' || part.id === 'x/3') {
        for (const { index } of evaluateRules(part, ['N1'])) {
          const end = shifted.starts[index + 1] ?? shifted.values.length;
          first = end > from ? Math.min(first, ((end - from) / CELLS) * 1440) : first;
        }
      }
    }
    minutes.push(first);
  }
  minutes.sort((a, b) => a - b);
  const rows: Array<[string, number]> = [
    ['per-cell EWMA (0.2, 2.962), false alarms a day', alarms('ewma', baseline.values, run.values, 2.962) / days],
    ['MR limits on 15-minute means, false alarms a day', means / days],
    ['sister chart (L 4.0 / 4.2), false alarms a day', hits.size / days],
    ['sister chart, minutes to 1σ on one nozzle, median', minutes[200]!],
    ['sister chart, minutes to 1σ on one nozzle, 90 %', minutes[360]!],
  ];
  rows.forEach(([what, value]) => process.stdout.write(`${what}: ${value.toFixed(2)}\n`));
}

main();
