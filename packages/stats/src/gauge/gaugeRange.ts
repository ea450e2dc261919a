import { rangeMoments } from '../constants/rangeDistribution';
import { type GaugeTable } from './gaugeTable';
import { type GaugeStudy, gaugeStudy } from './types';

/** d₂* of one range of m: √(d₂² + d₃²) (Duncan, Quality Control and Industrial Statistics, 5th ed., appendix D3). */
function oneRange(m: number): number {
  const { d2, d3 } = rangeMoments(m);
  return Math.sqrt(d2 * d2 + d3 * d3);
}

/**
 * Crossed gauge R&R by the average and range method (AIAG MSA 4th ed. 2010, pp. 118–123): EV = R̄/d₂(trials), AV =
 * √((X̄diff/d₂*)² − EV²/(parts·trials)), PV = Rp/d₂*. K₁, K₂, K₃ of the form sheet are computed, not rounded. No interaction.
 */
export function gaugeRange(table: GaugeTable, tolerance?: number, study = 6): GaugeStudy {
  const { parts: p, operators: o, trials: r, values } = table;
  const partMeans = new Float64Array(p);
  const operatorMeans = new Float64Array(o);
  let ranges = 0;
  for (let at = 0; at < p * o; at++) {
    let low = Infinity;
    let high = -Infinity;
    for (let k = 0; k < r; k++) {
      const x = values[at * r + k]!;
      low = Math.min(low, x);
      high = Math.max(high, x);
      partMeans[Math.floor(at / o)]! += x / (o * r);
      operatorMeans[at % o]! += x / (p * r);
    }
    ranges += high - low;
  }
  const spread = (means: Float64Array): number =>
    means.reduce((a, b) => Math.max(a, b), -Infinity) - means.reduce((a, b) => Math.min(a, b), Infinity);
  const ev = ranges / (p * o) / rangeMoments(r).d2;
  const av2 = (spread(operatorMeans) / oneRange(o)) ** 2 - (ev * ev) / (p * r);
  const pv = spread(partMeans) / oneRange(p);
  const variances = { repeatability: ev * ev, operator: Math.max(0, av2), interaction: 0, part: pv * pv };
  return gaugeStudy('range', variances, { p: null, kept: false }, tolerance, study);
}
