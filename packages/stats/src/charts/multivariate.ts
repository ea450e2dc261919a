import { type ChartData } from './types';

/** Rows of the data gathered to points: one row a point, or the mean of a subgroup's complete rows. */
export interface MultivariatePoints {
  columns: number;
  count: number;
  /** count × columns, NaN where the point has no complete row. */
  means: Float64Array;
  /** Complete rows a point. */
  n: Int32Array;
}

function complete(values: Float64Array, row: number, columns: number): boolean {
  for (let j = 0; j < columns; j++) {
    if (values[row * columns + j] !== values[row * columns + j]) {
      return false;
    }
  }
  return true;
}

/** Row range [from, to) of a point. */
export function rowRange(data: ChartData, point: number): [number, number] {
  const rows = Math.floor(data.values.length / (data.columns ?? 1));
  return data.starts ? [data.starts[point]!, data.starts[point + 1] ?? rows] : [point, point + 1];
}

/** A row with any missing variable is missing as a whole. */
export function multivariatePoints(data: ChartData): MultivariatePoints {
  const columns = data.columns ?? 1;
  const count = data.starts?.length ?? Math.floor(data.values.length / columns);
  const means = new Float64Array(count * columns);
  const n = new Int32Array(count);
  for (let point = 0; point < count; point++) {
    const [from, to] = rowRange(data, point);
    for (let row = from; row < to; row++) {
      if (complete(data.values, row, columns)) {
        n[point]!++;
        for (let j = 0; j < columns; j++) {
          const mean = means[point * columns + j]!;
          means[point * columns + j] = mean + (data.values[row * columns + j]! - mean) / n[point]!;
        }
      }
    }
    if (n[point] === 0) {
      means.fill(NaN, point * columns, (point + 1) * columns);
    }
  }
  return { columns, count, means, n };
}

export interface Estimate {
  means: number[];
  covariance: number[];
  points: number;
  /** Common subgroup size (mean where it varies). */
  size: number;
  df: number;
}

/** Grand mean and covariance: of individuals (sample or successive differences), or pooled within subgroups. */
export function estimateMultivariate(data: ChartData, successive: boolean): Estimate | null {
  const gathered = multivariatePoints(data);
  const { columns: p, count, means, n } = gathered;
  const centre = new Array<number>(p).fill(0);
  let points = 0;
  let rows = 0;
  for (let i = 0; i < count; i++) {
    if (n[i]! > 0 && !data.excluded?.[i]) {
      points++;
      rows += n[i]!;
      for (let j = 0; j < p; j++) {
        centre[j]! += (means[i * p + j]! - centre[j]!) / points;
      }
    }
  }
  const covariance = new Array<number>(p * p).fill(0);
  let df = 0;
  const add = (difference: (j: number) => number): void => {
    df++;
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        covariance[a * p + b]! += difference(a) * difference(b);
      }
    }
  };
  let last = -1;
  for (let i = 0; i < count; i++) {
    if (n[i] === 0 || data.excluded?.[i]) {
      last = data.excluded?.[i] ? -1 : last;
      continue;
    }
    if (data.starts) {
      const [from, to] = rowRange(data, i);
      for (let row = from; row < to; row++) {
        if (complete(data.values, row, p)) {
          add((j) => data.values[row * p + j]! - means[i * p + j]!);
        }
      }
      df--;
    } else if (!successive) {
      add((j) => means[i * p + j]! - centre[j]!);
    } else {
      const before = last;
      if (before === i - 1 && before >= 0 && !data.breaks?.[i]) {
        add((j) => (means[i * p + j]! - means[before * p + j]!) / Math.SQRT2);
      }
      last = i;
    }
  }
  df -= data.starts || successive ? 0 : 1;
  if (df < p) {
    return null;
  }
  return { means: centre, covariance: covariance.map((v) => v / df), points, size: rows / points, df };
}
