import { type PointAt } from '@cellthread/chart';
import {
  contextRows,
  type Formatters,
  limitRows,
  pointSignals,
  timeRows,
  type TooltipContent,
  type TooltipRow,
} from '@cellthread/panelkit';
import { getFieldDisplayName } from '@grafana/data';
import { type Charted } from './useControlChart';

/** What the tooltip says of a point of the chart. */
export function tooltipContent(charted: Charted, at: PointAt, format: Formatters): TooltipContent {
  const { input } = charted;
  const first = at.rows[0]!;
  const last = at.rows[at.rows.length - 1]!;
  const name = getFieldDisplayName(input.value, input.frame);
  const place = at.point === null ? '' : `Point ${at.point + 1}`;
  const cell = at.rows.length === 1 ? input.id(first) : (input.obs.subgroup?.(last) ?? '');
  return {
    title: cell || place || `Row ${first + 1}`,
    rows: [...valueRows(charted, at, format, name), ...limitRows(at, format), ...timeRows(input, at.rows, format)],
    more: [
      ...(place && cell ? [{ label: 'Point', value: String(at.point! + 1) }] : []),
      ...contextRows(input, at.rows),
    ],
    signals: pointSignals(input, at, format),
  };
}

function valueRows({ input }: Charted, at: PointAt, format: Formatters, name: string): TooltipRow[] {
  if (at.point === null) {
    const label = at.hollow!.kind === 'partial' ? 'Mean so far' : name;
    return [{ label, value: format.value(at.hollow!.y), strong: true }];
  }
  const { point } = at;
  const single = at.stream.plots[0]!.id === 'i';
  return [
    ...at.stream.plots.map((plot, k) => ({
      label: k === 0 && single ? name : plot.title,
      value: Number.isNaN(plot.y[point]!) ? 'none' : (k === 0 ? format.value : format.spread)(plot.y[point]),
      strong: k === 0,
    })),
    ...(at.rows.length > 1 || !single ? [{ label: 'Values', value: valuesText(input.obs.value, at.rows) }] : []),
  ];
}

function valuesText(value: ArrayLike<number>, rows: Int32Array): string {
  const missing = rows.reduce((n, row) => n + (Number.isNaN(value[row]!) ? 1 : 0), 0);
  return missing === 0 ? String(rows.length) : `${rows.length - missing} (${missing} missing)`;
}
