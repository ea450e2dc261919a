import { HOLLOW, type MarkKind, type Palette, type Scene } from '@cellthread/chart';
import { type VizLegendItem } from '@grafana/ui';

const dashed = { fill: 'dash' as const, dash: [6, 5] };

/**
 * What streams, lines and marks of the scenes of a panel mean, in the order in which they are looked for.
 *
 * @param name the one stream that has no name
 * @param streams names of the streams, in the order of the palette; an item carries its own as `data`
 * @param hidden names of those that are not drawn
 */
export function sceneLegend(
  name: string,
  streams: readonly string[],
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
  const named = streams.map((stream, i) =>
    item(stream || name, palette.streams[i % palette.streams.length]!, {
      disabled: hidden.has(stream),
      fieldName: stream,
      data: stream,
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
    ...named,
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
