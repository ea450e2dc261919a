import { type Limits, type Numbers, type Observations } from '@cellthread/chart';
import {
  type Charting,
  chartingOf,
  columnLimits,
  columnNames,
  describeColumns,
  exclusionReason,
  findField,
  frameNamed,
  labelColumn,
  notValues,
  numberColumn,
  planLimits,
  plannedCounts,
  processOrder,
  readStretches,
  reportedSignals,
  strataOfLimits,
  textColumn,
  timeColumn,
  warnings,
  type Missing,
} from '@cellthread/panelkit';
import { type DataFrame, FieldType } from '@grafana/data';
import { type ControlChartOptions } from '../ControlChartOptions';
import { type ChartInput } from './ChartInput';

/** What to do when the query found nothing. */
const noRows = [
  'Nothing in the chosen time range fits the query.',
  'Widen the time range, or choose another product, line or equipment in the variables above the dashboard.',
];

const companions = new Set(['limits', 'point-signals']);

/** Turns a query's answer into what the chart needs, or says in sentences which column is missing. */
export function readChartInput(series: readonly DataFrame[], options: ControlChartOptions): ChartInput | Missing {
  const frame = frameNamed(series, 'visits') ?? series.find((f) => !companions.has(f.name ?? ''));
  if (!frame || frame.fields.length === 0) {
    return { title: 'No data', lines: told(frame) ?? ['The query answered without a table.'] };
  }
  if (frame.length === 0) {
    return { title: 'No rows', lines: [...(told(frame) ?? []), ...noRows] };
  }
  const value = findField(frame, { chosen: options.valueField, type: FieldType.number, except: notValues });
  if (!value || value.type !== FieldType.number) {
    return missingValue(frame, options.valueField);
  }
  const counts = plannedCounts(series, value.name);
  if (counts) {
    return {
      title: `${value.name} is counted, not measured`,
      lines: [
        `The control plan charts it by counts (${counts}), which this panel does not draw from single cells.`,
        'Its cells out of spec stand in the list of signals, its share in the yield of the station.',
      ],
    };
  }
  const timeField = findField(frame, { chosen: options.timeField, names: columnNames.time, type: FieldType.time });
  if (options.timeField && !timeField) {
    return missing(`There is no column "${options.timeField}" to be the time.`, frame);
  }
  const idField = findField(frame, { chosen: options.idField, names: columnNames.id });
  const names = options.strata.length > 0 ? options.strata : strataByLimits(series, frame, value.name, options);
  const strata = names.map((name) => frame.fields.find((f) => f.name === name));
  const charting = chartingOf(series, value.name, new Set(frame.fields.map((f) => f.name)), options);
  const lost = names.find((_, i) => !strata[i]) ?? charting.subgroupBy.find((n) => !hasField(frame, n));
  if (lost) {
    return missing(`There is no column "${lost}" to group by.`, frame);
  }
  const rawTime = timeField ? timeColumn(timeField) : null;
  const strataFields = strata.flatMap((f) => (f ? [f] : []));
  const label = strataFields.length > 0 ? labelColumn(strataFields, null, frame.length) : null;
  const only = options.only.trim();
  const order = processOrder(rawTime ?? ramp(frame.length), label && only ? (row) => label(row) === only : null);
  const n = order?.length ?? frame.length;
  if (n === 0) {
    return label && only ? notThere(only, label, frame.length) : { title: 'No rows with a time', lines: noRows };
  }
  const sourceRow = (row: number) => (order ? order[row]! : row);
  const pick = (all: Numbers) => (order ? Float64Array.from(order, (row) => all[row]!) : all);
  const time = rawTime && pick(rawTime);
  const values = pick(numberColumn(value));
  if (!hasNumber(values)) {
    return {
      title: `No values of ${value.name}`,
      lines: [
        `${n} rows, and none of them has a number for it.`,
        'Choose another value in the panel options, or another product: the station may not measure it.',
      ],
    };
  }
  const idText = textColumn(idField);
  const id = (row: number) => idText(sourceRow(row));
  const fieldsOf = (names: readonly string[]) => frame.fields.filter((f) => names.includes(f.name));
  const phaseFields = fieldsOf(options.phaseFields);
  const groupFields = fieldsOf(charting.subgroupBy);
  const reason = exclusionReason(frame, idField, options);
  const signals = frameNamed(series, 'point-signals');
  const reported = signals && time ? reportedSignals(signals, value.name, time, id) : undefined;
  const obs: Observations = {
    n,
    time,
    value: values,
    stream: label && ((row) => label(sourceRow(row))),
    subgroup: groupFields.length > 0 ? labelColumn(groupFields, order, n) : null,
    phase: phaseFields.length > 0 ? labelColumn(phaseFields, order, n, true) : null,
    excluded:
      reason || reported?.excluded ? (row) => reason?.(sourceRow(row)) || (reported?.excluded?.(row) ?? '') : null,
  };
  return {
    frame,
    value,
    time: timeField,
    id,
    sourceRow,
    obs,
    charting,
    limits: limitsOf(series, frame, value.name, sourceRow, obs, options),
    reported: reported?.signal,
    notes: [...chartNote(value.name, charting), ...notesOf(series, frame, n, only !== '')],
  };
}

/** What the datasource says of a frame. */
function told(frame: DataFrame | undefined): string[] | undefined {
  return frame?.meta?.notices?.map((n) => n.text);
}

function notThere(only: string, label: (row: number) => string, rows: number): Missing {
  const names = new Set<string>();
  for (let row = 0; row < rows && names.size < mostNames; row++) {
    names.add(label(row));
  }
  return {
    title: `Nothing is called "${only}"`,
    lines: [
      `The data has: ${[...names].join(', ')}${names.size === mostNames ? ', …' : ''}.`,
      'Choose one of them for "Only this one" in the panel options, or leave it empty.',
    ],
  };
}

/** Names told at most. */
const mostNames = 12;

function hasNumber(values: Numbers): boolean {
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) {
      return true;
    }
  }
  return false;
}

/** Times of a table that has none: its order. */
function ramp(n: number): Float64Array {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    out[i] = i;
  }
  return out;
}

/** Columns by which the plan's limits differ, as far as the rows have them. */
function strataByLimits(
  series: readonly DataFrame[],
  frame: DataFrame,
  characteristic: string,
  { splitByLimits, limitsFrom }: ControlChartOptions
): string[] {
  const plan = frameNamed(series, 'limits');
  if (!plan || plan === frame || !splitByLimits || limitsFrom !== 'plan') {
    return [];
  }
  return strataOfLimits(readStretches(plan, characteristic)).filter((name) => hasField(frame, name));
}

function hasField(frame: DataFrame, name: string): boolean {
  return frame.fields.some((f) => f.name === name);
}

function limitsOf(
  series: readonly DataFrame[],
  frame: DataFrame,
  characteristic: string,
  sourceRow: (row: number) => number,
  obs: Observations,
  options: ControlChartOptions
): Limits {
  const plan = frameNamed(series, 'limits');
  const found =
    plan && plan !== frame
      ? planLimits(plan, characteristic, frame, sourceRow, obs.n, obs.time)
      : columnLimits(frame, sourceRow, obs.n, options);
  return options.limitsFrom === 'plan' ? found : { ...found, rows: found.rows.map(withoutControl) };
}

function withoutControl<T extends Limits['rows'][number]>(row: T): T {
  return { ...row, centre: null, sigmaWithin: null, sigmaPlotted: null, lcl: null, ucl: null };
}

function chartNote(characteristic: string, { notDrawn }: Charting): string[] {
  return notDrawn === ''
    ? []
    : [`The control plan charts ${characteristic} as ${notDrawn}, which is not drawn here: these are single values.`];
}

function notesOf(series: readonly DataFrame[], frame: DataFrame, n: number, chosen: boolean): string[] {
  const others = series.filter((f) => f !== frame && !companions.has(f.name ?? '') && f.length > 0);
  return [
    ...warnings(series),
    ...(others.length > 0 ? [`Only the first of ${others.length + 1} tables is drawn.`] : []),
    ...(n < frame.length && !chosen ? [`${frame.length - n} rows without a time are left out.`] : []),
  ];
}

function missingValue(frame: DataFrame, chosen: string): Missing {
  if (chosen) {
    return missing(`There is no number column "${chosen}" to be charted.`, frame);
  }
  const text = textValue(frame);
  return text === undefined
    ? missing('A control chart needs a number column with the measured values.', frame)
    : {
        title: `${text} is a text, of which there is no control chart.`,
        lines: ['Its values stand in the traveler of each cell. Choose another characteristic for a chart.'],
      };
}

/** The first characteristic of a `visits` frame, whose values stand between cell and visit, if it is a text. */
function textValue({ name, fields }: DataFrame): string | undefined {
  const at = (column: string) => fields.findIndex((f) => f.name === column);
  return name === 'visits' && at('visit') > 0
    ? fields.slice(at('cell_id') + 1, at('visit')).find(({ type }) => type === FieldType.string)?.name
    : undefined;
}

function missing(title: string, frame: DataFrame): Missing {
  return {
    title,
    lines: [
      `The data has: ${describeColumns(frame)}.`,
      'Choose another column in the panel options, or add it to the query.',
    ],
  };
}
