import { type Numbers, type Observations } from '@cellthread/chart';
import { type DataFrame, FieldType, getFieldDisplayName } from '@grafana/data';
import { findField } from '../frames/findField';
import { frameNamed } from '../frames/frameNamed';
import { numberColumn } from '../frames/numberColumn';
import { textColumn } from '../frames/textColumn';
import { timeColumn } from '../frames/timeColumn';
import { warnings } from '../frames/warnings';
import { type SpecOptions } from '../limits/columnLimits';
import { limitsOf } from '../limits/limitsOf';
import { strataByLimits } from '../limits/strataByLimits';
import { type Missing } from '../view/Missing';
import { columnNames } from '../visits/columnNames';
import { type ExclusionOptions } from '../visits/ExclusionOptions';
import { exclusionReason } from '../visits/exclusionReason';
import { labelColumn } from '../visits/labelColumn';
import { processOrder } from '../visits/processOrder';
import { reportedSignals } from '../visits/reportedSignals';
import { type CellValues } from './CellValues';
import { type ChosenValue } from './chooseValue';
import { type ColumnOptions } from './ColumnOptions';
import { companions } from './companions';
import { missingColumn } from './missingColumn';
import { noRows } from './noRows';
import { notThere } from './notThere';

/**
 * Puts the rows of the chosen value in process order, with their limits, what the datasource says of them and why some
 * take no part; or says in sentences what is missing.
 */
export function readCellValues(
  series: readonly DataFrame[],
  { frame, value }: ChosenValue,
  options: ColumnOptions & ExclusionOptions & SpecOptions
): CellValues | Missing {
  const timeField = findField(frame, { chosen: options.timeField, names: columnNames.time, type: FieldType.time });
  if (options.timeField && !timeField) {
    return missingColumn(`There is no column "${options.timeField}" to be the time.`, frame);
  }
  const idField = findField(frame, { chosen: options.idField, names: columnNames.id });
  const byLimits = options.splitByLimits && options.strata.length === 0;
  const names = byLimits ? strataByLimits(series, frame, value.name) : options.strata;
  const strata = names.map((name) => frame.fields.find((f) => f.name === name));
  const lost = names.find((_, i) => !strata[i]);
  if (lost) {
    return missingColumn(`There is no column "${lost}" to group by.`, frame);
  }
  const rawTime = timeField ? timeColumn(timeField) : null;
  const strataFields = strata.flatMap((f) => (f ? [f] : []));
  const label = strataFields.length > 0 ? labelColumn(strataFields, null, frame.length) : null;
  const only = options.only.trim();
  // Options may hold ids, from before the columns' values had names.
  const idLabel = label && only ? labelColumn(strataFields, null, frame.length, false, textColumn) : null;
  const isOnly = label && idLabel && ((row: number) => label(row) === only || idLabel(row) === only);
  const order = processOrder(rawTime ?? ramp(frame.length), isOnly);
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
      title: `No values of ${getFieldDisplayName(value, frame)}`,
      lines: [
        `${n} rows, and none of them has a number for it.`,
        'Choose another value in the panel options, or another product: the station may not measure it.',
      ],
    };
  }
  const idText = textColumn(idField);
  const id = (row: number) => idText(sourceRow(row));
  const reason = exclusionReason(frame, idField, options);
  const signals = frameNamed(series, 'point-signals');
  const reported = signals && time ? reportedSignals(signals, value.name, time, id) : undefined;
  const obs: Observations = {
    n,
    time,
    value: values,
    stream: label && ((row) => label(sourceRow(row))),
    subgroup: null,
    phase: null,
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
    limits: limitsOf(series, frame, value.name, sourceRow, obs, options),
    reported: reported?.signal,
    labels: (columns, named) => {
      const fields = frame.fields.filter((f) => columns.includes(f.name));
      return fields.length > 0 ? labelColumn(fields, order, n, named) : null;
    },
    notes: notesOf(series, frame, n, only !== ''),
  };
}

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

function notesOf(series: readonly DataFrame[], frame: DataFrame, n: number, chosen: boolean): string[] {
  const others = series.filter((f) => f !== frame && !companions.has(f.name ?? '') && f.length > 0);
  return [
    ...warnings(series),
    ...(others.length > 0 ? [`Only the first of ${others.length + 1} tables is drawn.`] : []),
    ...(n < frame.length && !chosen ? [`${frame.length - n} rows without a time are left out.`] : []),
  ];
}
