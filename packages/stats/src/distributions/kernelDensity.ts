import { momentsOf } from '../charts/moments';
import { normalPdf } from '../special/normal';
import { quantile } from './quantile';

export interface Density {
  x: Float64Array;
  y: Float64Array;
  bandwidth: number;
}

/**
 * Gaussian kernel density on a grid from 3 bandwidths below to 3 above the data; bandwidth 0.9·min(s, IQR/1.34)·n^(−1/5)
 * (Silverman 1986, eq. 3.31; R's nrd0). Values are first binned linearly to the grid, so that the cost does not grow with
 * n × grid. null below two values or without spread.
 */
export function kernelDensity(sorted: Float64Array, points = 512, bandwidth?: number): Density | null {
  const { n, ss } = momentsOf(sorted);
  if (n < 2 || !(ss > 0)) {
    return null;
  }
  const s = Math.sqrt(ss / (n - 1));
  const iqr = (quantile(sorted, 0.75)! - quantile(sorted, 0.25)!) / 1.34;
  const h = bandwidth ?? 0.9 * (iqr > 0 ? Math.min(s, iqr) : s) * Math.pow(n, -0.2);
  const from = sorted[0]! - 3 * h;
  const step = (sorted[n - 1]! + 3 * h - from) / (points - 1);
  const mass = new Float64Array(points);
  for (let i = 0; i < n; i++) {
    const place = (sorted[i]! - from) / step;
    const cell = Math.min(points - 2, Math.floor(place));
    mass[cell]! += cell + 1 - place;
    mass[cell + 1]! += place - cell;
  }
  const reach = Math.ceil((8 * h) / step);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, k) => normalPdf((k * step) / h) / (n * h));
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    x[i] = from + i * step;
    const last = Math.min(points - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      y[i]! += mass[j]! * kernel[Math.abs(i - j)]!;
    }
  }
  return { x, y, bandwidth: h };
}
