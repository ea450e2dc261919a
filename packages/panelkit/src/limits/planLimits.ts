import { matchLimits, type LimitRow, type Limits, type PlanStretch } from '@cellthread/chart';
import { type LimitColumn } from '@cellthread/vocabulary';
import { type DataFrame } from '@grafana/data';
import { textColumn } from '../frames/textColumn';

/** The `limits` frame of the cells datasource for one characteristic, matched to the rows of `visits`. */
export function planLimits(
  frame: DataFrame,
  characteristic: string,
  visits: DataFrame,
  sourceRow: (row: number) => number,
  n: number,
  time: ArrayLike<number> | null
): Limits {
  const stretches = readStretches(frame, characteristic);
  return matchLimits(stretches, time, n, (name) => {
    const field = visits.fields.find((f) => f.name === name);
    const text = textColumn(field);
    return field && ((row) => text(sourceRow(row)));
  });
}

/** The stretches of one characteristic as the frame states them. */
export function readStretches(frame: DataFrame, characteristic: string): PlanStretch[] {
  const number = (name: LimitColumn) => {
    const field = frame.fields.find((f) => f.name === name);
    return (row: number): number | null => {
      const v: unknown = field?.values[row];
      return typeof v === 'number' && Number.isFinite(v) ? v : null;
    };
  };
  const text = (name: LimitColumn) => textColumn(frame.fields.find((f) => f.name === name));
  const [of, product, stratum] = [text('characteristic'), text('product'), text('stratum')];
  const [status, revision, model] = [text('status'), text('revision'), text('model')];
  const columns = {
    from: number('from'),
    to: number('to'),
    lsl: number('lsl'),
    target: number('target'),
    usl: number('usl'),
    centre: number('centre'),
    sigmaWithin: number('sigma_within'),
    sigmaBetween: number('sigma_between'),
    sigmaPlotted: number('sigma_plotted'),
    subgroupSize: number('subgroup_n'),
  };
  const out: PlanStretch[] = [];
  for (let row = 0; row < frame.length; row++) {
    const about = of(row);
    if (about !== '' && about !== characteristic) {
      continue;
    }
    out.push({
      product: product(row),
      stratum: stratum(row),
      from: columns.from(row),
      to: columns.to(row),
      lsl: columns.lsl(row),
      target: columns.target(row),
      usl: columns.usl(row),
      centre: columns.centre(row),
      sigmaWithin: columns.sigmaWithin(row),
      sigmaBetween: columns.sigmaBetween(row),
      sigmaPlotted: columns.sigmaPlotted(row),
      subgroupSize: columns.subgroupSize(row),
      lcl: null,
      ucl: null,
      approved: status(row) === 'approved',
      refused: refusal(status(row), model(row)),
      revision: revision(row),
    });
  }
  return out;
}

/** Models whose centre and σ are those of the values themselves, and which are lines at centre ± 3 σ. */
const drawable: ReadonlySet<string> = new Set(['', 'normal']);

/** Why the control limits of a row are not drawn: withdrawn, or of a model whose lines are others than centre ± 3 σ. */
function refusal(status: string, model: string): LimitRow['refused'] {
  if (status === 'retired') {
    return { why: 'were retired', baseline: true };
  }
  return drawable.has(model)
    ? undefined
    : { why: `are of a ${model} model, which this chart does not draw`, baseline: false };
}
