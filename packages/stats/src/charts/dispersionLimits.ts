import { chiSquareQuantile } from '../special/chiSquareQuantile';
import { c4 } from '../constants/c4';
import { rangeMoments, rangeQuantile } from '../constants/rangeDistribution';
import { normalSf } from '../special/normal';
import { type ChartOptions } from './types';

/** Centre and limits of a dispersion statistic in units of σ. */
export interface DispersionLimits {
  centre: number;
  sigma: number;
  lcl: number;
  ucl: number;
}

interface Table {
  statistic: 'r' | 's';
  width: number;
  form: NonNullable<ChartOptions['limits']>;
  byN: Map<number, DispersionLimits>;
}

const tables: Table[] = [];

/** Limits that were computed before, by n. Asked for every point: it must not make a key of its own each time. */
function tableOf(statistic: 'r' | 's', width: number, form: Table['form']): Table['byN'] {
  for (const table of tables) {
    if (table.statistic === statistic && table.width === width && table.form === form) {
      return table.byN;
    }
  }
  const made = { statistic, width, form, byN: new Map<number, DispersionLimits>() };
  tables.push(made);
  return made.byN;
}

/**
 * Limits of a range (`r`) or standard deviation (`s`) of n normal values, divided by σ: mean ± width·sd, cut at 0
 * (D₁, D₂, B₅, B₆), or with `limits: 'probability'` the quantiles that leave the tail 1 − Φ(width) on either
 * side (range distribution; χ² for s). Choice: the textbook form is the default because published charts use it.
 * The normal form signals too often above and never below for small n; the probability form has equal tails.
 */
export function dispersionLimits(statistic: 'r' | 's', n: number, options: ChartOptions = {}): DispersionLimits {
  const width = options.width ?? 3;
  const form = options.limits ?? 'sigma';
  const table = tableOf(statistic, width, form);
  const known = table.get(n);
  if (known) {
    return known;
  }
  const { d2, d3 } = statistic === 'r' ? rangeMoments(n) : { d2: c4(n), d3: Math.sqrt(1 - c4(n) ** 2) };
  let lcl = Math.max(0, d2 - width * d3);
  let ucl = d2 + width * d3;
  if (form === 'probability') {
    const tail = normalSf(width);
    if (statistic === 'r') {
      lcl = rangeQuantile(tail, n);
      ucl = rangeQuantile(1 - tail, n);
    } else {
      lcl = Math.sqrt(chiSquareQuantile(tail, n - 1) / (n - 1));
      ucl = Math.sqrt(chiSquareQuantile(1 - tail, n - 1) / (n - 1));
    }
  }
  const made = { centre: d2, sigma: d3, lcl, ucl };
  table.set(n, made);
  return made;
}
