import { type Limits } from '@cellthread/chart';
import {
  type Charting,
  chartingOf,
  chooseValue,
  findField,
  hasColumn,
  type Missing,
  missingColumn,
  numberColumn,
  readCellValues,
} from '@cellthread/panelkit';
import { type DataFrame, FieldType, getFieldDisplayName } from '@grafana/data';
import { type ControlChartOptions } from '../ControlChartOptions';
import { type ChartInput } from './ChartInput';
import { countedOf, counts, fits, writtenAs } from './countedOf';

/** Turns a query's answer into what the chart needs, or says in sentences which column is missing. */
export function readChartInput(series: readonly DataFrame[], options: ControlChartOptions): ChartInput | Missing {
  const chosen = chooseValue(series, options.valueField, 'control chart');
  if ('title' in chosen) {
    return chosen;
  }
  const { frame, value } = chosen;
  const name = getFieldDisplayName(value, frame);
  const ofPlan = options.limitsFrom === 'plan';
  const read = readCellValues(series, chosen, { ...options, splitByLimits: ofPlan && options.splitByLimits });
  if ('title' in read) {
    return read;
  }
  const charting = chartingOf(series, value.name, new Set(frame.fields.map((f) => f.name)), options);
  const lost = charting.subgroupBy.find((name) => !hasColumn(frame, name));
  if (lost) {
    return missingColumn(`There is no column "${lost}" to group by.`, frame);
  }
  const units = unitsOf(frame, read.sourceRow, read.obs.n, options.unitsField);
  if (units && 'title' in units) {
    return units;
  }
  const counted = counts(charting);
  const shared = counted && options.subgroupBy.length === 0 ? [] : charting.subgroupBy;
  const obs = { ...read.obs, subgroup: read.labels(shared), phase: read.labels(options.phaseFields, true) };
  const limits = ofPlan && fits(charting) ? read.limits : withoutControl(read.limits);
  return {
    ...read,
    ...(counted ? countedOf(units ? { ...obs, units } : obs, limits, charting, options) : { obs, limits }),
    // Of what is counted a point is all that shares its window, unless a person says how many.
    charting: counted ? { ...charting, subgroupSize: options.subgroupSize ?? 0 } : charting,
    written: counted ? writtenAs(value, charting) : value,
    notes: [...chartNote(name, charting), ...read.notes],
  };
}

/** The units that each row tells of, where a column says so. */
function unitsOf(
  frame: DataFrame,
  sourceRow: (row: number) => number,
  n: number,
  column: string
): Float64Array | Missing | undefined {
  if (column === '') {
    return undefined;
  }
  const field = findField(frame, { chosen: column, type: FieldType.number });
  if (!field) {
    return missingColumn(`There is no number column "${column}" that says how many were inspected.`, frame);
  }
  const all = numberColumn(field);
  return Float64Array.from({ length: n }, (_, row) => all[sourceRow(row)]!);
}

function withoutControl({ rows, of }: Limits): Limits {
  const none = { centre: null, sigmaWithin: null, sigmaPlotted: null, lcl: null, ucl: null };
  return { rows: rows.map((row) => ({ ...row, ...none })), of };
}

function chartNote(characteristic: string, { notDrawn }: Charting): string[] {
  return notDrawn === ''
    ? []
    : [`The control plan charts ${characteristic} as ${notDrawn}, which is not drawn here: these are single values.`];
}
