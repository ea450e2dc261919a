import { estimateSigma } from '../sigma/sigmaEstimators';
import { dispersionLimits } from './dispersionLimits';
import { emptyPart } from './emptyPart';
import { momentsOf } from './moments';
import { movingRanges } from './movingRanges';
import { type ChartData, type ChartType, type StratumModel } from './types';

function groupCount(data: ChartData): number {
  let most = 0;
  for (let i = 0; i < data.values.length; i++) {
    most = Math.max(most, (data.groups?.[i] ?? 0) + 1);
  }
  return most;
}

/** The values of one product with the process order between them: a neighbour of another product breaks the memory. */
function onlyGroup(data: ChartData, id: number): ChartData {
  const excluded = new Uint8Array(data.values.length);
  for (let i = 0; i < excluded.length; i++) {
    excluded[i] = data.excluded?.[i] || (data.groups?.[i] ?? 0) !== id ? 1 : 0;
  }
  return { ...data, excluded };
}

/**
 * Z-MR for short runs: z = (x − x̄ⱼ)/σⱼ of its product j, limits ± width; MR of z with centre d₂ and limits D₁, D₂
 * (Montgomery ISQC 7th ed., §10.1; Minitab "Z-MR chart"). σⱼ = MR̄/d₂ inside the product's runs (`by-part`), or one σ from
 * all (`constant`). Moving ranges of one product never reach over another's run. A product without an estimate is missing.
 */
export const zMr: ChartType = {
  id: 'z-mr',
  title: 'Z-MR',
  family: 'short-run',
  input: 'values',
  parts: ['z', 'mr'],
  sigma: ['mr-bar', 'median-mr'],
  phaseI(data, options = {}) {
    const method = options.sigma ?? 'mr-bar';
    const strata: StratumModel[] = [];
    let weighted = 0;
    let ranges = 0;
    let n = 0;
    for (let id = 0; id < groupCount(data); id++) {
      const own = onlyGroup(data, id);
      const moments = momentsOf(own.values, own.excluded);
      const estimate = estimateSigma(method, own, options.span);
      const sigma = estimate?.sigma ?? NaN;
      strata.push({
        id,
        centre: moments.mean,
        sigmaWithin: sigma,
        sigmaPlotted: sigma,
        subgroupSize: 1,
        points: moments.n,
      });
      weighted += estimate ? sigma * estimate.count : 0;
      ranges += estimate?.count ?? 0;
      n += moments.n;
    }
    if (ranges === 0) {
      return null;
    }
    const common = weighted / ranges;
    if (options.shortRunSigma === 'constant') {
      strata.forEach((s) => (s.sigmaPlotted = common));
    }
    return { kind: 'z-mr', centre: 0, sigmaWithin: 1, sigmaBetween: 0, points: n, n, df: NaN, method, strata };
  },
  phaseII(data, model, options = {}) {
    const { width = 3, span = 2 } = options;
    const count = data.values.length;
    const scores = emptyPart('z', 'location', count, true);
    for (let i = 0; i < count; i++) {
      const own = model.strata?.[data.groups?.[i] ?? 0];
      if (own && own.sigmaPlotted > 0) {
        scores.points[i] = (data.values[i]! - own.centre) / own.sigmaPlotted;
      }
    }
    scores.centre.fill(0);
    scores.sigma.fill(1);
    scores.lcl.fill(-width);
    scores.ucl.fill(width);
    const ranges = emptyPart('mr', 'dispersion', count, false);
    ranges.points = movingRanges(scores.points, data.breaks, data.excluded, span);
    const unit = dispersionLimits('r', span, options);
    ranges.centre.fill(unit.centre);
    ranges.sigma.fill(unit.sigma);
    ranges.lcl.fill(unit.lcl);
    ranges.ucl.fill(unit.ucl);
    return [scores, ranges];
  },
};
