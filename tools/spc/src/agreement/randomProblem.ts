import { rules } from '@cellthread/stats';
import { Draw } from './Draw';
import { randomChart } from './randomChart';
import { randomLimitsFor, randomRunLength } from './randomRunLength';
import { closeValues, measuredValues, positiveValues, sampleSize, scatteredValues } from './randomValues';

type Problem = Record<string, unknown>;

/** A probability with both tails. */
const probability = (draw: Draw): number => {
  const tail = Math.pow(draw.uniform(), draw.pick([1, 3, 8]));
  return draw.chance(0.5) ? tail : 1 - tail;
};

/** Random analyses by kind. */
const analyses: Record<string, (draw: Draw) => Problem> = {
  rules: (draw) => {
    const values = Array.from({ length: sampleSize(draw) }, () => (draw.chance(0.03) ? null : draw.normal(0.2, 1.4)));
    return {
      values,
      rules: [draw.pick(rules).id, draw.pick(['nelson', 'aiag', 'westgard'])],
      breaks: draw.places(values.length, 0.04),
    };
  },
  capability: (draw) => {
    const values = Array.from({ length: draw.whole(0, 200) }, () => draw.normal(800, 1));
    const clusters = values.map((_, i) => `lot ${Math.floor(i / draw.pick([9, 9, 10]))}`);
    const own = draw.chance(0.4) ? { clusters, replicates: 300 } : {};
    return {
      values,
      spec: { lsl: 796, usl: 804 },
      machine: draw.chance(0.4),
      confidence: draw.pick([0.9, 0.95, 0.99]),
      ...own,
    };
  },
  distribution: (draw) => {
    const size = draw.chance(0.1) ? draw.whole(900, 3500) : sampleSize(draw);
    const sigma = draw.pick([0.05, 1, 5, 40]);
    const near = Array.from({ length: size }, () => draw.normal(50, sigma));
    const values = draw.pick([
      () => positiveValues(draw, size),
      () => near,
      () => measuredValues(draw, size),
      () => closeValues(draw, size),
      () => scatteredValues(draw, size),
    ])();
    const spec = draw.chance(0.5) ? { spec: { lsl: draw.between(-1, 1), usl: draw.between(2, 900) } } : {};
    return {
      values,
      quantiles: [0, draw.uniform(), 0.5, 1],
      quantileType: draw.pick(['6', '7', '8']),
      mostTested: draw.pick([null, 20, 1e6]),
      resolution: draw.pick([null, 0, 0.1, 1]),
      ...spec,
    };
  },
  outliers: (draw) => ({ values: measuredValues(draw, sampleSize(draw)), alpha: draw.pick([0.01, 0.05]) }),
  sequence: (draw) => ({
    values: measuredValues(draw, sampleSize(draw)),
    lags: draw.whole(1, 4),
    replicates: 99,
    seed: draw.whole(0, 99),
  }),
  censored: (draw) => {
    const values = Array.from({ length: draw.whole(5, 60) }, () => draw.normal(5, 2));
    const below = draw.places(values.length, 0.2);
    const above = draw.places(values.length, 0.1).filter((i) => draw.chance(0.02) || !below.includes(i));
    return { values, below, above, spec: { lsl: 0, usl: 12 } };
  },
  acceptance: (draw) => ({
    spec: draw.pick([{ lsl: -3, usl: 4 }, { usl: 3 }, { lsl: -2 }]),
    uncertainty: draw.pick([0, 1e-4, 1, 6]) * draw.uniform(),
    factor: draw.pick([-1, 0, 0.7, 1]),
    ...(draw.chance(0.7) ? { process: { mean: draw.normal(), sigma: draw.pick([0, 0.1, 3]) } } : {}),
  }),
  'chi-square': (draw) => {
    const columns = draw.whole(1, 5);
    return {
      table: Array.from({ length: draw.whole(1, 5) }, () => Array.from({ length: columns }, () => draw.whole(0, 40))),
    };
  },
  'false-discovery': (draw) => ({
    p: Array.from({ length: draw.whole(0, 20) }, () => (draw.chance(0.1) ? null : draw.uniform() ** 3)),
  }),
  compare: (draw) => {
    const values = measuredValues(draw, sampleSize(draw));
    const lots = values.map((_, i) => Math.floor(i / 4));
    const groups = draw.chance(0.5) ? lots.map((lot) => lot % 3) : values.map(() => draw.whole(1, 3));
    return { values, groups, replicates: 99, ...(draw.chance(0.7) ? { clusters: lots, seed: draw.whole(0, 99) } : {}) };
  },
  gauge: (draw) => {
    const [p, o, r] = [draw.whole(1, 6), draw.whole(2, 4), draw.whole(2, 3)];
    const places = Array.from({ length: p * o * r }, (_, i) => ({ part: i % p, operator: Math.floor(i / p) % o }));
    const values = places.map(({ part, operator }) => draw.normal(part + 0.3 * operator, 0.2));
    const own = { method: draw.pick(['anova', 'range']), tolerance: 6, spread: draw.pick([6, 5.15]) };
    return { values, parts: places.map((x) => `p${x.part}`), operators: places.map((x) => x.operator), ...own };
  },
  components: (draw) => {
    const values = measuredValues(draw, sampleSize(draw));
    const groups = values.map(() => draw.whole(1, 6));
    return { values, groups, ...(draw.chance(0.5) ? { outer: values.map((_, i) => Math.floor(i / 20)) } : {}) };
  },
  'run-length': randomRunLength,
  'limits-for': randomLimitsFor,
  constants: (draw) => ({ n: draw.whole(2, 60), width: draw.pick([2, 3, 3.09]) }),
  probability: (draw) => {
    const [name, args] = draw.pick<[string, () => number[]]>([
      ['normal-cdf', () => [draw.normal(0, 5)]],
      ['normal-sf', () => [draw.normal(0, 5)]],
      ['normal-quantile', () => [Math.pow(draw.uniform(), 8)]],
      ['chi-square-cdf', () => [draw.between(0, 60), draw.between(0.5, 80)]],
      ['chi-square-sf', () => [draw.between(0, 200), draw.between(0.5, 80)]],
      ['chi-square-quantile', () => [probability(draw), Math.pow(10, draw.between(-0.3, 5))]],
      ['t-sf', () => [draw.normal(0, 4), draw.between(1, 300)]],
      ['t-quantile', () => [probability(draw), Math.pow(10, draw.between(0, 5))]],
      ['f-sf', () => [draw.between(0, 20), draw.whole(1, 60), draw.whole(1, 3000)]],
      ['f-quantile', () => [probability(draw), draw.whole(1, 60), draw.whole(2, 100000)]],
      ['beta-cdf', () => [draw.uniform(), draw.between(0.5, 60), draw.between(0.5, 60)]],
      ['beta-quantile', () => [probability(draw), Math.pow(10, draw.between(-0.3, 4)), draw.between(0.5, 60)]],
      ['range-cdf', () => [draw.between(0, 8), draw.whole(2, 30)]],
      ['range-quantile', () => [draw.between(0.001, 0.999), draw.whole(2, 30)]],
    ]);
    return { function: name, arguments: args() };
  },
};

/** Makes one thing wrong, so that complaints are compared as well. */
function spoil(draw: Draw, problem: Problem): Problem {
  return draw.pick<() => Problem>([
    () => ({ ...problem, kind: 'magic' }),
    () => ({ ...problem, lamda: 1 }),
    () => ({ ...problem, rules: ['N99'] }),
    () => ({ ...problem, values: [1, 'two', 3] }),
    () => ({ ...problem, values: 'many' }),
    () => ({ ...problem, values: undefined }),
    () => ({ ...problem, sizes: [1, -2] }),
    () => ({ ...problem, excluded: [1e6] }),
    () => ({ ...problem, spec: { lsl: 3, usl: 2 } }),
    () => ({ ...problem, spec: {} }),
    () => ({ ...problem, sigma: 'guess' }),
    () => ({ ...problem, width: -1 }),
    () => ({ ...problem, span: 2.5 }),
    () => ({ ...problem, baseline: { from: 3, to: 3 } }),
    () => ({ ...problem, stages: [1, 2] }),
    () => ({ ...problem, given: { sigma: 2 } }),
    () => ({ ...problem, between: 'yes' }),
    () => ({ ...problem, rules: [{ k: 4, n: 3, beyond: 2 }] }),
    () => ({ ...problem, rules: [{ k: 2, n: 40, beyond: 2 }] }),
    () => ({ ...problem, lambda: 1e-5 }),
    () => ({ ...problem, replicates: 3 }),
    () => ({ ...problem, points: 0, budget: -1 }),
    () => ({ ...problem, values: [1e308, -1e308, 1e-300] }),
    () => ({ ...problem, values: [-1, 2.5, 3], sizes: [10, -5, 0] }),
    () => ({ ...problem, arl0: 370, points: 100 }),
    () => ({ ...problem, quantiles: [2] }),
    () => ({ ...problem, given: { kind: 'c', centre: -1, sigma: 1, sigmaWithin: 1 } }),
    () => ({ ...problem, given: { centre: 1, sigma: 1, strata: [{ id: 'a' }, { id: 'a' }] } }),
    () => ({ ...problem, groups: Array.isArray(problem.values) ? problem.values.map(() => 'one') : 'one' }),
    () => ({ ...problem, table: [[0, 0], [1.5]] }),
    () => ({ ...problem, replicates: 1e6 }),
  ])();
}

/** The seeded random problem of a number; one in fifteen has something wrong. */
export function randomProblem(seed: number): Problem {
  const draw = new Draw(seed);
  const kind = draw.pick(Object.keys(analyses));
  const problem = draw.chance(0.8) ? randomChart(draw) : { kind, ...analyses[kind]!(draw) };
  return draw.chance(1 / 15) ? spoil(draw, problem) : problem;
}
