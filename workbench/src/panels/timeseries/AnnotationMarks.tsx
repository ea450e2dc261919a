import { useLayoutEffect, useRef } from 'react';
import type { DataFrame } from '@grafana/data';
import { useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import type uPlot from 'uplot';

/** One annotation: from, to (equal for a moment) in Unix ms. */
function marks(frames: DataFrame[]): Array<{ from: number; to: number; color?: string }> {
  return frames.flatMap((frame) => {
    const values = (name: string) => frame.fields.find((field) => field.name === name)?.values;
    const time = values('time') ?? [];
    return time.map((from, i) => ({ from, to: values('timeEnd')?.[i] ?? from, color: values('color')?.[i] }));
  });
}

/** Draws annotations as dashed lines, stretches of time as a tint, like Grafana. */
export function AnnotationMarks({ config, annotations }: { config: UPlotConfigBuilder; annotations: DataFrame[] }) {
  const theme = useTheme2();
  const latest = useRef(annotations);
  const plot = useRef<uPlot | undefined>(undefined);

  useLayoutEffect(() => {
    latest.current = annotations;
    plot.current?.redraw();
  }, [annotations]);

  useLayoutEffect(() => {
    config.addHook('init', (u) => {
      plot.current = u;
    });
    config.addHook('destroy', () => {
      plot.current = undefined;
    });
    config.addHook('draw', (u) => {
      const { ctx } = u;
      const { left, top, width, height } = u.bbox;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top, width, height);
      ctx.clip();
      for (const { from, to, color } of marks(latest.current)) {
        const x0 = u.valToPos(from, 'x', true);
        const x1 = u.valToPos(to, 'x', true);
        ctx.strokeStyle = theme.visualization.getColorByName(color || 'red');
        ctx.fillStyle = ctx.strokeStyle;
        ctx.lineWidth = 2;
        ctx.setLineDash([5, 5]);
        ctx.beginPath();
        ctx.moveTo(x0, top);
        ctx.lineTo(x0, top + height);
        ctx.stroke();
        if (x1 > x0) {
          ctx.globalAlpha = 0.1;
          ctx.fillRect(x0, top, x1 - x0, height);
          ctx.globalAlpha = 1;
        }
      }
      ctx.restore();
    });
  }, [config, theme]);
  return null;
}
