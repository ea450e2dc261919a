import { emptyPart } from './emptyPart';
import { type PlottedStatistic } from './plottedStatistic';
import { type ChartPart } from './types';

/** A statistic drawn as it is, limits at centre ± width·σ of each point. */
export function shewhartPart(
  id: string,
  { x, sigma }: PlottedStatistic,
  centre: number,
  width: number,
  zones = true
): ChartPart {
  const part = emptyPart(id, 'location', x.length, zones);
  part.points.set(x);
  part.centre.fill(centre);
  part.sigma.set(sigma);
  for (let i = 0; i < x.length; i++) {
    part.lcl[i] = centre - width * sigma[i]!;
    part.ucl[i] = centre + width * sigma[i]!;
  }
  return part;
}
