import uPlot from 'uplot';
import { type Mounted } from './mountPanel';
import { framesOf, type points, span } from './points';

/**
 * uPlot alone on the same points, from the same data frames, which a host holds either way: a line, axes and cursor; with
 * `pair` a second plot of the moving ranges.
 */
export function mountBare(
  element: HTMLElement,
  data: ReturnType<typeof points>,
  { width, height }: { width: number; height: number },
  pair: boolean
): Mounted {
  const [visits] = framesOf(data);
  const column = (name: string) => visits!.fields.find((field) => field.name === name)!.values as number[];
  const [times, values] = [column('time'), column('fill_mass')];
  const shown = { from: span.from, to: span.from + span.ms };
  const plots: uPlot[] = [];
  const axis = { stroke: '#ccccdc', grid: { stroke: 'rgba(204, 204, 220, 0.1)', width: 1 } };
  const add = (ys: number[], share: number) =>
    plots.push(
      new uPlot(
        {
          width,
          height: Math.floor(height * share),
          ms: 1,
          legend: { show: false },
          scales: { x: { time: true, range: () => [shown.from, shown.to] }, y: {} },
          axes: [{ ...axis }, { ...axis, scale: 'y' }],
          series: [{}, { scale: 'y', stroke: '#5794f2', width: 1 }],
          cursor: { drag: { x: true, y: false, setScale: false }, focus: { prox: 30 } },
        },
        [times, ys] as unknown as uPlot.AlignedData,
        element
      )
    );
  return {
    draw() {
      add(values, pair ? 0.62 : 1);
      if (pair) {
        add(
          values.map((v, i) => (i ? Math.abs(v - values[i - 1]!) : NaN)),
          0.38
        );
      }
    },
    zoom(from, to) {
      Object.assign(shown, { from, to });
      plots.forEach((plot) => plot.setScale('x', { min: from, max: to }));
    },
    remove: () => plots.forEach((plot) => plot.destroy()),
  };
}
