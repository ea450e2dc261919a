import { LEAST_MEWMA_LAMBDA } from '../arl/mewmaArl';
import { capability } from '../capability/capability';
import { chartType } from '../charts/chartTypes';
import { drawChart } from '../charts/drawChart';
import { pointCount } from '../charts/pointCount';
import { sliceData } from '../charts/sliceData';
import { type ChartData, type ChartModel, type ChartOptions, type ChartType } from '../charts/types';
import { explainSignal } from '../rules/explainSignal';
import { type Fields, ProblemError } from './fields';
import { readCapabilityOptions } from './readCapabilityOptions';
import { type ProblemData, readData } from './readData';
import { readOptions, refuseSigmaOfSubgroups } from './readOptions';
import { readRules } from './readRules';
import { readSpec } from './readSpec';
import { list, number, partAnswer, plain } from './toJson';
import { chartWarnings } from './warnings';

/** Beyond this run lengths are lost to rounding. */
const LEAST_MEWMA_ALPHA = 1e-8;

interface Limits {
  model?: ChartModel;
  baseline?: { from: number; to: number };
  stages?: number[];
}

function givenModel(fields: Fields, type: ChartType): ChartModel | undefined {
  const own = fields.object('given');
  if (!own) {
    return undefined;
  }
  const centre = own.number('centre') ?? 0;
  const model: ChartModel = {
    kind: type.id,
    centre,
    sigmaWithin: own.number('sigma', 0) ?? NaN,
    sigmaBetween: own.number('sigmaBetween', 0) ?? 0,
    sigmaPlotted: own.number('sigmaPlotted', 0),
    subgroupSize: own.number('subgroupSize', 1),
    points: own.whole('points', 0) ?? 0,
    n: own.number('n', 0) ?? 0,
    df: own.number('df', 0) ?? NaN,
    means: own.numbers('means', false) && Array.from(own.numbers('means', false)!),
    covariance: own.list('covariance') && covarianceOf(own),
    phase: 2,
  };
  own.refuseOthers();
  if (type.family === 'multivariate' ? !model.means || !model.covariance : !own.has('centre')) {
    throw new ProblemError(own.name(type.family === 'multivariate' ? 'means' : 'centre'), 'is missing');
  }
  const needsSigma = !['attributes', 'rare-events', 'multivariate', 'run'].includes(type.family);
  if (needsSigma && !own.has('sigma')) {
    throw new ProblemError(own.name('sigma'), 'is missing');
  }
  if (type.id === 'g') {
    model.sigmaWithin = Math.sqrt(centre * (centre + 1));
  }
  return model;
}

function covarianceOf(own: Fields): number[] {
  return own.list('covariance')!.flatMap((row, i) => {
    if (!Array.isArray(row) || row.some((v) => typeof v !== 'number' || !Number.isFinite(v))) {
      throw new ProblemError(`${own.name('covariance')}[${i}]`, 'must be a list of numbers');
    }
    return row as number[];
  });
}

function readLimits(fields: Fields, type: ChartType, count: number): Limits {
  const model = givenModel(fields, type);
  const range = fields.object('baseline');
  const stages = fields.indices('stages', Math.max(1, count));
  let baseline: Limits['baseline'];
  if (range) {
    baseline = { from: range.whole('from', 0, count) ?? 0, to: range.whole('to', 0, count) ?? count };
    range.refuseOthers();
    if (baseline.to <= baseline.from) {
      throw new ProblemError(range.name('to'), `must lie above from (${baseline.from})`);
    }
  }
  if (model && (baseline || stages)) {
    throw new ProblemError(fields.name(baseline ? 'baseline' : 'stages'), 'given limits need no estimation');
  }
  if (baseline && stages) {
    throw new ProblemError(fields.name('stages'), 'give either a baseline or stages');
  }
  if (stages && (stages[0] !== 0 || stages.some((s, i) => i > 0 && s <= stages[i - 1]!))) {
    throw new ProblemError(fields.name('stages'), 'must begin with 0 and rise');
  }
  return { model, baseline, stages };
}

/** Groups keep their names: `ewma/1` of the arithmetic becomes `ewma/nozzle-4`. */
function partName(id: string, groups: string[] | undefined): string {
  const [prefix, stream] = id.split('/');
  return stream === undefined ? id : `${prefix}/${groups?.[Number(stream)] ?? stream}`;
}

function modelAnswer(model: ChartModel | null, groups: string[] | undefined): unknown {
  if (!model) {
    return null;
  }
  const strata = model.strata?.map((s) => ({ ...s, id: groups?.[s.id] ?? s.id }));
  return plain({ ...model, strata });
}

function capabilityOf(
  type: ChartType,
  fields: Fields,
  { data, clusters }: ProblemData,
  options: ChartOptions,
  baseline: Limits['baseline']
): unknown {
  const spec = readSpec(fields);
  const more = readCapabilityOptions(fields);
  if (!spec) {
    return undefined;
  }
  if (['attributes', 'rare-events', 'multivariate', 'short-run', 'streams'].includes(type.family)) {
    throw new ProblemError(fields.name('spec'), `capability needs single measured values, not a ${type.title} chart`);
  }
  const part: ChartData = baseline ? sliceData(data, baseline.from, baseline.to) : data;
  const offset = part.values.byteOffset / 8 - data.values.byteOffset / 8;
  const own = clusters?.subarray(offset, offset + part.values.length);
  return plain(capability(part, spec, { sigma: options.sigma, span: options.span, clusters: own, ...more }));
}

/** The limit of MEWMA is computed for λ and α that an integral equation can be solved for; else it must be given. */
function refuseMewmaWithoutLimit(fields: Fields, type: ChartType, { lambda, alpha, limit }: ChartOptions): void {
  if (type.id !== 'mewma' || limit !== undefined) {
    return;
  }
  if (lambda !== undefined && lambda < LEAST_MEWMA_LAMBDA) {
    throw new ProblemError(fields.name('lambda'), `below ${LEAST_MEWMA_LAMBDA} MEWMA needs its limit as "limit"`);
  }
  if (alpha !== undefined && alpha < LEAST_MEWMA_ALPHA) {
    throw new ProblemError(fields.name('alpha'), `below ${LEAST_MEWMA_ALPHA} MEWMA needs its limit as "limit"`);
  }
}

/** Answers a chart problem: points, limits, σ, signals with their patterns, capability where a spec is given. */
export function answerChart(kind: string, fields: Fields): Record<string, unknown> {
  const type = chartType(kind);
  const read = readData(fields, type);
  const { data, groups } = read;
  const options = readOptions(fields);
  if (options.sigma && !type.sigma.includes(options.sigma)) {
    const known = type.sigma.length ? type.sigma.join(', ') : 'none';
    throw new ProblemError(fields.name('sigma'), `${type.title} takes ${known}, not "${options.sigma}"`);
  }
  refuseSigmaOfSubgroups(fields, options.sigma, data.starts !== undefined);
  refuseMewmaWithoutLimit(fields, type, options);
  const rules = readRules(fields, type.family === 'run' ? ['N2', 'N3', 'N4'] : ['N1']);
  const limits = readLimits(fields, type, pointCount(data));
  const found = capabilityOf(type, fields, read, options, limits.baseline);
  fields.refuseOthers();
  if (type.family === 'rare-events') {
    data.values.forEach((x, i) => {
      if (x < 0) {
        throw new ProblemError(`${fields.name('values')}[${i}]`, `must not be negative, not ${x}`);
      }
    });
  }
  const drawn = drawChart(kind, { data, options, rules, ...limits });
  const parts = drawn.parts ?? [];
  const first = parts[0];
  const explain = parts.flatMap((p) =>
    p.signals.map((s) => `${partName(p.id, groups)} ${explainSignal(s, undefined, rules)}`)
  );
  return {
    kind,
    n: data.values.reduce((sum, x) => sum + (x === x ? 1 : 0), 0),
    sigma: number(drawn.models[0]?.sigmaWithin),
    ...(first
      ? partAnswer(first, first.signals)
      : {
          points: list(new Float64Array(pointCount(data)).fill(NaN)),
          centre: null,
          lcl: null,
          ucl: null,
          signals: [],
        }),
    companions: Object.fromEntries(parts.slice(1).map((p) => [partName(p.id, groups), partAnswer(p, p.signals)])),
    explanations: explain,
    models: drawn.models.map((m) => modelAnswer(m, groups)),
    ...(found === undefined ? {} : { capability: found }),
    warnings: chartWarnings(type, data, drawn.models),
  };
}
