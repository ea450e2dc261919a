import { chartTypes, rules, ruleSets } from '@cellthread/stats';
import { type Draw } from './Draw';
import { inspectedCounts, measuredValues, positiveValues, sampleSize, subgroupsOf, type Values } from './randomValues';

type Problem = Record<string, unknown>;

const labelsOf = (draw: Draw, count: number, most: number): string[] =>
  Array.from({ length: count }, () => `g${draw.whole(1, most)}`);

function randomRules(draw: Draw): unknown[] {
  return Array.from({ length: draw.whole(1, 3) }, () => {
    const n = draw.whole(1, 6);
    return draw.pick([
      draw.pick(ruleSets),
      draw.pick(rules).id,
      { k: draw.whole(1, n), n, beyond: draw.pick([0, 0.5, 1, 2]), sameSide: draw.chance(0.5) },
    ]);
  });
}

function randomStreams(draw: Draw): Problem {
  const streams = draw.whole(1, 6);
  const windows = draw.whole(1, 40);
  const most = draw.whole(1, 9);
  const values: Values = [];
  const groups: string[] = [];
  const ids: number[] = [];
  for (let w = 0; w < windows; w++) {
    const common = draw.normal(800, 2);
    for (let s = 0; s < streams; s++) {
      const n = draw.whole(draw.chance(0.2) ? 0 : most - 1, most);
      for (let i = 0; i < n; i++) {
        values.push(draw.chance(0.03) ? null : draw.normal(common + 0.3 * s));
        groups.push(`nozzle-${s + 1}`);
        ids.push(w);
      }
    }
  }
  return { values, groups, windows: ids, ...(draw.chance(0.5) ? { minN: draw.whole(1, 6) } : {}) };
}

function randomRows(draw: Draw): Problem {
  const columns = draw.whole(1, 4);
  const row = (): Values =>
    Array.from({ length: columns }, (_, j) => (draw.chance(0.02) ? null : draw.normal(10 * j, 1 + j)));
  const rows = Array.from({ length: draw.whole(1, 50) }, row);
  if (draw.chance(0.5)) {
    return { rows };
  }
  const size = draw.whole(1, 5);
  return { subgroups: Array.from({ length: 12 }, () => Array.from({ length: size }, row)) };
}

/** Data for a kind of input, with the number of plotted points. */
function randomData(draw: Draw, id: string, input: string): { data: Problem; count: number } {
  if (input === 'streams' || input === 'rows') {
    const data = input === 'rows' ? randomRows(draw) : randomStreams(draw);
    const points = (data.rows ?? data.subgroups ?? [...new Set(data.windows as number[])]) as unknown[];
    return { data, count: points.length };
  }
  const size = sampleSize(draw);
  if (input === 'counts') {
    const { values, sizes } = inspectedCounts(draw, size);
    return { data: id === 'c' ? { values } : { values, sizes }, count: size };
  }
  if (input === 'subgroups' || (input === 'values-or-subgroups' && draw.chance(0.5))) {
    const values = measuredValues(draw, size);
    const subgroups = subgroupsOf(draw, values);
    const flat = draw.chance(0.4);
    const data = flat ? { values: subgroups.flat(), sizes: subgroups.map((g) => g.length) } : { subgroups };
    return { data, count: subgroups.length };
  }
  const values = id === 'g' || id === 't' ? positiveValues(draw, size) : measuredValues(draw, size);
  return { data: id === 'z-mr' ? { values, groups: labelsOf(draw, size, 3) } : { values }, count: size };
}

function randomSpec(draw: Draw, data: Problem): Problem {
  const flat = (data.values ?? (data.subgroups as Values[]).flat()) as Values;
  const present = flat.filter((x): x is number => x !== null);
  const low = present.reduce((a, b) => Math.min(a, b), Infinity);
  const high = present.reduce((a, b) => Math.max(a, b), -Infinity);
  const room = (high - low) * draw.between(0.05, 1) + 1e-3;
  const spec = { lsl: low - room, usl: high + room * draw.between(-0.9, 1.5), target: (low + high) / 2 };
  if (!Number.isFinite(room) || spec.lsl >= spec.usl) {
    return { spec: { lsl: -1, usl: 1 } };
  }
  const side = draw.whole(0, 3);
  const found =
    side === 0 ? { lsl: spec.lsl } : side === 1 ? { usl: spec.usl } : side === 2 ? spec : { ...spec, target: null };
  const clusters = draw.chance(0.3)
    ? { clusters: flat.map((_, i) => Math.floor(i / 7)), replicates: 200, seed: draw.whole(0, 99) }
    : {};
  return {
    spec: found,
    ...clusters,
    ...(draw.chance(0.3) ? { cpmForm: draw.pick(['nist', 'minitab']) } : {}),
    ...(draw.chance(0.3) ? { intervalDf: draw.pick(['minitab', 'n-1', 'estimator']) } : {}),
  };
}

function randomLimits(draw: Draw, count: number): Problem {
  const from = draw.whole(0, Math.max(0, count - 2));
  return draw.pick<Problem>([
    {},
    {},
    count > 0 ? { baseline: { from, to: draw.whole(from + 1, count) } } : {},
    count > 3 ? { stages: [0, draw.whole(1, count - 1)] } : {},
  ]);
}

/** Frozen limits; those of rows with a covariance that is positive definite. */
function randomGiven(draw: Draw, id: string, input: string, data: Problem): Problem {
  if (input !== 'rows') {
    const sigma = { sigma: draw.between(0, 3), ...(draw.chance(0.3) ? { sigmaBetween: draw.between(0, 2) } : {}) };
    const plotted = { sigmaPlotted: draw.between(0.5, 3), subgroupSize: draw.whole(1, 6), points: draw.whole(0, 200) };
    const centre = draw.pick(['p', 'np', 'laney-p'].includes(id) && draw.chance(0.9) ? [0.2, 0.5, 0] : [0.2, 5, 1000]);
    const groups = [...new Set((data.groups as string[] | undefined) ?? []), 'not made today'];
    const stratum = (name: string): Problem => ({
      id: name,
      centre: draw.normal(5, 3),
      sigmaWithin: draw.between(0, 2),
      sigmaPlotted: draw.between(0, 2),
      subgroupSize: draw.whole(1, 6),
    });
    const strata = ['sister', 'z-mr'].includes(id) ? { strata: groups.map(stratum) } : {};
    return { centre, ...sigma, ...strata, ...(draw.chance(0.3) ? plotted : {}) };
  }
  const row = (data.rows ?? (data.subgroups as Values[][])[0]) as Values[];
  const means = (row[0] ?? []).map(() => draw.normal(5, 3));
  const factor = means.map(() => means.map(() => draw.normal()));
  const covariance = means.map((_, i) =>
    means.map((_m, j) => factor[i]!.reduce((sum, x, k) => sum + x * factor[j]![k]!, i === j ? 0.5 : 0))
  );
  return { means, covariance, points: draw.whole(0, 99) };
}

const measured = ['individuals', 'subgroups', 'memory', 'run'];

/** A random chart problem of one of the kinds that both commands answer. */
export function randomChart(draw: Draw): Problem {
  const type = draw.pick(chartTypes);
  const { data, count } = randomData(draw, type.id, type.input);
  const maybe = (p: number, make: () => Problem): Problem => (draw.chance(p) ? make() : {});
  const sigmas = type.sigma.filter((s) => 'subgroups' in data || 'sizes' in data || !/^(r-bar|s-bar|pooled)/.test(s));
  return {
    kind: type.id,
    ...data,
    rules: randomRules(draw),
    ...maybe(0.4, () => ({ breaks: draw.places(count, 0.06) })),
    ...maybe(0.4, () => ({ excluded: draw.places(count, 0.06) })),
    ...maybe(0.15, () => ({ times: Array.from({ length: count }, (_, i) => i * i), maxGap: draw.whole(1, 60) })),
    ...(draw.chance(0.15) ? { given: randomGiven(draw, type.id, type.input, data) } : randomLimits(draw, count)),
    ...maybe(sigmas.length ? 0.5 : 0, () => ({ sigma: draw.pick(sigmas) })),
    ...maybe(0.2, () => ({ width: draw.pick([0, 2, 2.5, 3, 4]) })),
    ...maybe(0.2, () => ({ span: draw.whole(2, 5) })),
    ...maybe(0.2, () => ({ limitForm: draw.pick(['sigma', 'probability']) })),
    ...maybe(0.3, () => ({ between: true })),
    ...maybe(0.2, () => ({ lambda: draw.between(0.02, 1), steady: draw.chance(0.5) })),
    ...maybe(0.2, () => ({
      k: draw.between(0, 1),
      h: draw.between(1, 6),
      headStart: 0.5,
      standardised: draw.chance(0.5),
    })),
    ...maybe(0.2, () => ({ underdispersion: draw.chance(0.5), minN: draw.whole(1, 6), groups: data.groups ?? null })),
    ...maybe(0.1, () => ({ shortRunSigma: 'constant', covariance: 'successive', alpha: 0.01 })),
    ...maybe(measured.includes(type.family) ? 0.4 : 0, () => randomSpec(draw, data)),
  };
}
