import { type ChartPart, type PartRole } from './types';

/** A part of `count` points with nothing in it yet. */
export function emptyPart(id: string, role: PartRole, count: number, zones: boolean): ChartPart {
  const blank = (): Float64Array => new Float64Array(count).fill(NaN);
  return { id, role, points: blank(), centre: blank(), sigma: blank(), lcl: blank(), ucl: blank(), zones };
}
