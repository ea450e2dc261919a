import { type Scene } from './Scene';

const round = (v: number) => String(Math.round(v * 1e4) / 1e4);

/** The scene as text, one line an element: what tests compare and a reader can check by eye. */
export function sceneText(scene: Scene): string {
  const { points } = scene;
  const rows = [...points.x].map((x, i) => {
    const mark = scene.marks.find((m) => m.entry === i);
    return [
      points.hollow[i] ? 'hollow' : points.starts[i] ? 'start' : 'point',
      `${round(x)}, ${round(points.y[i]!)}`,
      points.stream[i] ? `stream ${points.stream[i]}` : '',
      mark ? `${mark.kind} [${mark.hits.map((h) => h.rule).join(', ')}]` : '',
    ]
      .filter(Boolean)
      .join(' ');
  });
  return [
    `${scene.title}: ${round(scene.range[0])} … ${round(scene.range[1])}${scene.dots ? ', dots' : ''}`,
    ...scene.limits.map((l) => `${l.kind} ${round(l.y)} from ${round(l.from)} to ${round(l.to)} ${l.state}`),
    ...scene.bands.map((b) => `zone ${b.depth} ${round(b.low)} … ${round(b.high)}`),
    ...scene.dividers.map((d) => `divider ${round(d.x)} ${d.label}`),
    ...scene.offScale.map((o) => `off scale ${o.edge} at ${round(o.x)}`),
    ...rows,
  ].join('\n');
}
