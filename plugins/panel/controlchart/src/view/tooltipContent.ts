import { hitText, type Hit, limitOf, specRule } from '@cellthread/chart';
import { type Formatters, textColumn, type TooltipRow } from '@cellthread/panelkit';
import { getFieldDisplayName } from '@grafana/data';
import { type PointAt } from './pointAt';
import { type Charted } from './useControlChart';

/** Columns shown in the tooltip where the data has them, besides the value, and what goes without saying. */
const context: Array<[column: string, usual?: string]> = [
  ['equipment'],
  ['position'],
  ['product'],
  ['carrier'],
  ['visit', '1'],
  ['verdict', 'ok'],
  ['run_type', 'production'],
];

const hollowTitles = { excluded: 'Takes no part', partial: 'Subgroup still filling' } as const;

export interface TooltipContent {
  title: string;
  rows: TooltipRow[];
  /** What is known besides, below the signals. */
  more: TooltipRow[];
  signals: Array<{ kind: Hit['kind']; title: string; detail: string }>;
}

/** What the tooltip says of a point, as data: the panel only paints it. */
export function tooltipContent(charted: Charted, at: PointAt, format: Formatters): TooltipContent {
  const { input } = charted;
  const first = at.rows[0]!;
  const last = at.rows[at.rows.length - 1]!;
  const name = getFieldDisplayName(input.value, input.frame);
  const place = at.point === null ? '' : `Point ${at.point + 1}`;
  const cell = at.rows.length === 1 ? input.id(first) : (input.obs.subgroup?.(last) ?? '');
  return {
    title: cell || place || `Row ${first + 1}`,
    rows: [
      ...valueRows(charted, at, format, name),
      ...limitRows(at, format),
      ...(input.obs.time ? [timeRow(input.obs.time, first, last, format)] : []),
    ],
    more: [...(place && cell ? [{ label: 'Point', value: String(at.point! + 1) }] : []), ...contextRows(charted, at)],
    signals: [
      ...(at.hollow
        ? [{ kind: 'reported' as const, title: hollowTitles[at.hollow.kind], detail: at.hollow.reason }]
        : []),
      ...at.hits.map(({ hit, plot }) => {
        const { title, detail } = hitText(hit, specLimit(charted, at, hit, format));
        return {
          kind: hit.kind,
          title: plot === at.stream.plots[0]!.title ? title : `${plot}: ${title}`,
          detail:
            hit.row === undefined
              ? detail
              : `${input.id(hit.row)}: ${format.value(input.obs.value[hit.row])}, ${detail}`,
        };
      }),
    ],
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

function timeRow(time: ArrayLike<number>, first: number, last: number, format: Formatters): TooltipRow {
  return first === last
    ? { label: 'Time', value: format.time(time[first]!) }
    : { label: 'Time', value: `${format.time(time[first]!)} – ${format.time(time[last]!)}` };
}

function contextRows({ input }: Charted, at: PointAt): TooltipRow[] {
  return context.flatMap(([name, usual]) => {
    const field = input.frame.fields.find((f) => f.name === name);
    const text = textColumn(field);
    const values = field ? [...new Set(Array.from(at.rows, (row) => text(input.sourceRow(row))))] : [];
    const shown = values.filter((v) => v !== '' && (v !== usual || values.length > 1));
    return shown.length === 0 || shown.length > 3 ? [] : [{ label: name.replace('_', ' '), value: shown.join(', ') }];
  });
}

function limitRows({ step, hits, plot }: PointAt, format: Formatters): TooltipRow[] {
  const write = plot === 0 ? format.line : format.spread;
  if (!step) {
    return [];
  }
  const range = (low: number | null, high: number | null) =>
    `${low === null ? '–' : write(low)} … ${high === null ? '–' : write(high)}`;
  const state = step.state === 'provisional' ? ' (provisional)' : '';
  return [
    ...(step.lcl !== null || step.ucl !== null
      ? [
          {
            label: 'Control limits',
            value: range(step.lcl, step.ucl) + state,
            strong: hits.some(({ hit }) => hit.kind === 'out-of-control'),
          },
        ]
      : []),
    ...(step.lsl !== null || step.usl !== null ? [{ label: 'Spec limits', value: range(step.lsl, step.usl) }] : []),
  ];
}

function specLimit({ input }: Charted, { step }: PointAt, hit: Hit, format: Formatters): string | null {
  const of = hit.row === undefined ? step : input.limits.rows[limitOf(input.limits, hit.row)];
  const limit = hit.rule === specRule && of ? (hit.side === 'high' ? of.usl : of.lsl) : null;
  return limit === null ? null : format.value(limit);
}
