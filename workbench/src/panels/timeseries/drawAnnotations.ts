import type { GrafanaTheme2 } from '@grafana/data';
import type uPlot from 'uplot';
import type { AnnotationRow } from './annotationRows';

/** Lines and tints over the plot's area, in canvas pixels. */
export function drawAnnotations(u: uPlot, rows: AnnotationRow[], theme: GrafanaTheme2): void {
  const { ctx } = u;
  const { left, top, width, height } = u.bbox;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.lineWidth = 2;
  ctx.setLineDash([5, 5]);
  for (const { from, to, color } of rows) {
    const start = u.valToPos(from, 'x', true);
    const end = u.valToPos(to, 'x', true);
    ctx.strokeStyle = theme.visualization.getColorByName(color);
    ctx.fillStyle = ctx.strokeStyle;
    ctx.beginPath();
    ctx.moveTo(start, top);
    ctx.lineTo(start, top + height);
    ctx.stroke();
    if (end > start) {
      ctx.globalAlpha = 0.1;
      ctx.fillRect(start, top, end - start, height);
      ctx.globalAlpha = 1;
    }
  }
  ctx.restore();
}
