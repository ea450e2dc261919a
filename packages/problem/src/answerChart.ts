import { LEAST_MEWMA_LAMBDA } from '@cellthread/stats/arl/mewmaArl';
import { capability } from '@cellthread/stats/capability/capability';
import { chartType } from '@cellthread/stats/charts/chartTypes';
import { drawChart } from '@cellthread/stats/charts/drawChart';
import { pointCount } from '@cellthread/stats/charts/pointCount';
import { sliceData } from '@cellthread/stats/charts/sliceData';
import { type ChartData, type ChartModel, type ChartOptions, type ChartType } from '@cellthread/stats/charts/types';
import { explainSignal } from '@cellthread/stats/rules/explainSignal';
import { type Fields } from './fields';
import { ProblemError } from './ProblemError';
import { readCapabilityOptions } from './readCapabilityOptions';
import { type ProblemData, readData } from './readData';
import { type Limits, readLimits, refuseImpossibleCentre } from './readLimits';
import { readOptions, refuseSigmaOfSubgroups } from './readOptions';
import { readRules } from './readRules';
import { readSpec } from './readSpec';
import { list, number, partAnswer, plain } from './toJson';
import { chartWarnings } from './warnings';
import { withoutEffect } from './withoutEffect';

/** Groups keep their names: `ewma/1` of the arithmetic becomes `ewma/nozzle-4`. */
function partName(id: string, groups: string[]): string {
  const [prefix, stream] = id.split('/');
  return stream === undefined ? id : `${prefix}/${groups[Number(stream)] ?? stream}`;
}

function modelAnswer(model: ChartModel | null, groups: string[]): unknown {
  if (!model) {
    return null;
  }
  const strata = model.strata?.map((s) => ({ ...s, id: groups[s.id] ?? s.id }));
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

/** The limit of MEWMA is computed for λ that an integral equation can be solved for; else it must be given. */
function refuseMewmaWithoutLimit(fields: Fields, type: ChartType, { lambda, limit }: ChartOptions): void {
  if (type.id === 'mewma' && limit === undefined && lambda !== undefined && lambda < LEAST_MEWMA_LAMBDA) {
    throw new ProblemError(fields.name('lambda'), `below ${LEAST_MEWMA_LAMBDA} MEWMA needs its limit as "limit"`);
  }
}

/** Answers a chart problem: points, limits, σ, signals with their patterns, capability where a spec is given. */
export function answerChart(kind: string, fields: Fields): Record<string, unknown> {
  const type = chartType(kind);
  const read = readData(fields, type);
  const { data, groups = [] } = read;
  const options = readOptions(fields);
  if (options.sigma && !type.sigma.includes(options.sigma)) {
    const known = type.sigma.length ? type.sigma.join(', ') : 'none';
    throw new ProblemError(fields.name('sigma'), `${type.title} takes ${known}, not "${options.sigma}"`);
  }
  refuseSigmaOfSubgroups(fields, options.sigma, data.starts !== undefined);
  refuseMewmaWithoutLimit(fields, type, options);
  refuseImpossibleCentre(fields.name('centre'), type, options.target ?? 0);
  const rules = readRules(fields, type.family === 'run' ? ['N2', 'N3', 'N4'] : ['N1']);
  const limits = readLimits(fields, type, data, groups);
  const found = capabilityOf(type, fields, read, options, limits.baseline);
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
    warnings: [
      ...chartWarnings(type, data, drawn, options, limits.model !== undefined),
      ...withoutEffect(fields, type, data.starts !== undefined),
    ],
  };
}
