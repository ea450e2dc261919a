import { rangeMoments } from '../constants/rangeDistribution';
import { normalSf } from '../special/normal';
import { emptyPart } from './emptyPart';
import { exactCounts } from './exactCounts';
import { movingRanges } from './movingRanges';
import { type ChartData, type ChartModel, type ChartOptions, type ChartType } from './types';

/** What tells p, np, c, u and Laney's charts apart. */
export interface AttributeKind {
  id: string;
  title: string;
  /** Binomial (share of units) or Poisson (defects a unit). */
  law: 'binomial' | 'poisson';
  /** Plot the count itself instead of count/size. */
  counts: boolean;
  /** Laney 2002: widen by σ_z, the moving-range σ of the z-scores, at least 1 unless `underdispersion` is asked for. */
  laney: boolean;
}

const unitVariance = (law: AttributeKind['law'], rate: number): number =>
  law === 'binomial' ? rate * (1 - rate) : rate;

const sizeAt = (data: ChartData, i: number): number => data.sizes?.[i] ?? 1;

function usable(data: ChartData, i: number): boolean {
  return data.values[i] === data.values[i] && sizeAt(data, i) > 0;
}

function sigmaZ(data: ChartData, kind: AttributeKind, rate: number, span: number): number | null {
  const z = new Float64Array(data.values.length).fill(NaN);
  const unit = unitVariance(kind.law, rate);
  for (let i = 0; i < z.length; i++) {
    if (usable(data, i)) {
      const n = sizeAt(data, i);
      z[i] = (data.values[i]! / n - rate) / Math.sqrt(unit / n);
    }
  }
  const ranges = movingRanges(z, data.breaks, data.excluded, span);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < ranges.length; i++) {
    if (ranges[i] === ranges[i]) {
      sum += ranges[i]!;
      count++;
    }
  }
  return count > 0 ? sum / count / rangeMoments(span).d2 : null;
}

/** Why Laney's σ_z cannot be given: counts that are all 0, or all of what was inspected, have no variance. */
function withoutVariance(data: ChartData, law: AttributeKind['law']): string | null {
  let none = true;
  let all = law === 'binomial';
  let points = 0;
  for (let i = 0; i < data.values.length; i++) {
    if (usable(data, i) && !data.excluded?.[i]) {
      none &&= data.values[i] === 0;
      all &&= data.values[i] === sizeAt(data, i);
      points++;
    }
  }
  if (points === 0 || (!none && !all)) {
    return null;
  }
  return `${none ? 'every count is 0' : 'every unit is defective'}: σ_z cannot be given`;
}

/** Exact limits by sample size, each computed once; `null` where no tail is asked for. */
function limitsBySize({ law }: AttributeKind, rate: number, tail: number | null) {
  if (tail === null || !(rate >= 0)) {
    return null;
  }
  const known = new Map<number, ReturnType<typeof exactCounts>>();
  return (size: number) => {
    const limits = known.get(size) ?? exactCounts({ law, rate, size }, tail);
    known.set(size, limits);
    return limits;
  };
}

/**
 * An attribute chart; `values` are counts, `sizes` the units inspected (1 where absent). With `limits: 'probability'` its limits are the counts that
 * leave less than 1 − Φ(width) beyond on either side, for samples of which few are defective; not Laney's, who knows no law.
 */
export function attributeChart(kind: AttributeKind): ChartType {
  const { id, title, law, counts, laney } = kind;
  return {
    id,
    title,
    family: 'attributes',
    input: 'counts',
    parts: [id],
    sigma: [],
    phaseI(data: ChartData, options: ChartOptions = {}): ChartModel | null {
      let total = 0;
      let inspected = 0;
      let points = 0;
      for (let i = 0; i < data.values.length; i++) {
        if (usable(data, i) && !data.excluded?.[i]) {
          total += data.values[i]!;
          inspected += sizeAt(data, i);
          points++;
        }
      }
      if (points === 0) {
        return null;
      }
      const centre = options.target ?? total / inspected;
      const spread = laney ? sigmaZ(data, kind, centre, options.span ?? 2) : undefined;
      if (spread === null) {
        return null;
      }
      const sigmaWithin = Math.sqrt(unitVariance(law, centre));
      const model = { kind: id, centre, sigmaWithin, sigmaBetween: 0, points, n: inspected, df: points - 1 };
      return laney ? { ...model, sigmaPlotted: spread } : model;
    },
    whyNot: (data) => (laney ? withoutVariance(data, law) : null),
    phaseII(data, model, options = {}) {
      const width = options.width ?? 3;
      const part = emptyPart(id, 'location', data.values.length, true);
      const unit = unitVariance(law, model.centre);
      const sigmaZOf = model.sigmaPlotted ?? 1;
      const exact = limitsBySize(
        kind,
        model.centre,
        !laney && options.limits === 'probability' ? normalSf(width) : null
      );
      const widen = !laney ? 1 : options.underdispersion ? sigmaZOf : Math.max(1, sigmaZOf);
      for (let i = 0; i < data.values.length; i++) {
        const n = sizeAt(data, i);
        if (!(n > 0)) {
          continue;
        }
        const scale = counts ? n : 1;
        const spread = scale * Math.sqrt(unit / n) * widen;
        const centre = scale * model.centre;
        part.points[i] = (scale * data.values[i]!) / n;
        part.centre[i] = centre;
        part.sigma[i] = spread;
        const limits = exact?.(n);
        part.lcl[i] = limits ? (scale * limits.least) / n : Math.max(0, centre - width * spread);
        part.ucl[i] = limits
          ? (scale * limits.greatest) / n
          : law === 'binomial'
            ? Math.min(scale, centre + width * spread)
            : centre + width * spread;
      }
      return [part];
    },
  };
}
