import { type Limits } from '@cellthread/chart';
import {
  type Charting,
  chartingOf,
  chooseValue,
  hasColumn,
  type Missing,
  missingColumn,
  plannedCounts,
  readCellValues,
} from '@cellthread/panelkit';
import { type DataFrame, getFieldDisplayName } from '@grafana/data';
import { type ControlChartOptions } from '../ControlChartOptions';
import { type ChartInput } from './ChartInput';

/** Turns a query's answer into what the chart needs, or says in sentences which column is missing. */
export function readChartInput(series: readonly DataFrame[], options: ControlChartOptions): ChartInput | Missing {
  const chosen = chooseValue(series, options.valueField, 'control chart');
  if ('title' in chosen) {
    return chosen;
  }
  const { frame, value } = chosen;
  const name = getFieldDisplayName(value, frame);
  const counts = plannedCounts(series, value.name);
  if (counts) {
    return {
      title: `${name} is counted, not measured`,
      lines: [
        `The control plan charts it by counts (${counts}), which this panel does not draw from single cells.`,
        'Its cells out of spec stand in the list of signals, its share in the yield of the station.',
      ],
    };
  }
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
  return {
    ...read,
    obs: { ...read.obs, subgroup: read.labels(charting.subgroupBy), phase: read.labels(options.phaseFields, true) },
    limits: ofPlan ? read.limits : withoutControl(read.limits),
    charting,
    notes: [...chartNote(name, charting), ...read.notes],
  };
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
