import { HOLLOW, type MarkKind, type Palette, type Scene, type StreamReport } from '@cellthread/chart';
import { type VizLegendItem } from '@grafana/ui';

const dashed = { fill: 'dash' as const, dash: [6, 5] };

/** What the lines and marks mean, in the order in which they are looked for. */
export function legendItems(
  name: string,
  reports: readonly StreamReport[],
  scenes: readonly Scene[],
  palette: Palette,
  hidden: ReadonlySet<string>
): VizLegendItem[] {
  const item = (label: string, color: string, extra: Partial<VizLegendItem> = {}): VizLegendItem => ({
    label,
    color,
    yAxis: 1,
    ...extra,
  });
  const limits = scenes.flatMap((s) => s.limits);
  const marks = new Set<MarkKind>();
  scenes.forEach((s) => s.marks.forEach((m) => m.hits.forEach((h) => marks.add(h.kind))));
  const hollow = (kind: number) => scenes.some((s) => s.points.hollow.includes(kind));
  const has = (kind: string) => limits.some((l) => l.kind === kind);
  const provisional = limits.some((l) => l.kind === 'centre' && l.state === 'provisional');
  const approved = limits.some((l) => l.kind === 'centre' && l.state === 'approved');
  const streams = reports.map((r, i) =>
    item(r.name || name, palette.streams[i % palette.streams.length]!, {
      disabled: hidden.has(r.name),
      fieldName: r.name,
      data: r.name,
    })
  );
  // Streams with limits of their own draw them in their colour; one entry stands for all.
  const several = new Set(limits.filter((l) => l.kind === 'ucl').map((l) => `${l.stream}`)).size > 1;
  const lines = several
    ? [item('centre and control limits of each', palette.text, provisional ? { lineStyle: dashed } : {})]
    : [
        ...(has('centre')
          ? [item('centre', palette.limit.centre, provisional && !approved ? { lineStyle: dashed } : {})]
          : []),
        ...(approved ? [item('control limits', palette.limit.ucl)] : []),
        ...(provisional ? [item('control limits (provisional)', palette.limit.ucl, { lineStyle: dashed })] : []),
      ];
  return [
    ...streams,
    ...lines,
    ...(has('lsl') || has('usl')
      ? [item('spec limits', palette.limit.usl, { lineStyle: { fill: 'dash', dash: [12, 4, 2, 4] } })]
      : []),
    ...(marks.has('out-of-control') ? [item('◆ outside control limits', palette.mark['out-of-control'])] : []),
    ...(marks.has('pattern') ? [item('▲ pattern', palette.mark.pattern)] : []),
    ...(marks.has('out-of-spec') ? [item('■ out of spec', palette.mark['out-of-spec'])] : []),
    ...(marks.has('reported') ? [item('▼ reported', palette.mark.reported)] : []),
    ...(hollow(HOLLOW.excluded) ? [item('○ excluded', palette.excluded)] : []),
    ...(hollow(HOLLOW.partial) ? [item('○ still filling', palette.excluded)] : []),
  ];
}
