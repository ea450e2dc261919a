import { css } from '@emotion/css';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { dateTimeFormat, type DataFrame, type TimeZone } from '@grafana/data';
import { EventsCanvas, Tooltip, useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import type uPlot from 'uplot';
import { annotationRows } from './annotationRows';
import { drawAnnotations } from './drawAnnotations';

interface Props {
  config: UPlotConfigBuilder;
  annotations: DataFrame[];
  timeZone: TimeZone;
}

/** Annotations as dashed lines with a mark below the axis that tells what they are; stretches of time are tinted. */
export function AnnotationMarks({ config, annotations, timeZone }: Props) {
  const theme = useTheme2();
  const latest = useRef(annotations);
  const plot = useRef<uPlot | undefined>(undefined);

  useLayoutEffect(() => {
    config.addHook('init', (u) => {
      plot.current = u;
    });
    config.addHook('destroy', () => {
      plot.current = undefined;
    });
    config.addHook('draw', (u) => drawAnnotations(u, latest.current.flatMap(annotationRows), theme));
  }, [config, theme]);

  // After the layout effects: only then are the plot made and the marks mounted that a draw moves.
  useEffect(() => {
    latest.current = annotations;
    plot.current?.redraw();
  }, [annotations, config]);

  const place = useCallback((frame: DataFrame, i: number) => {
    const u = plot.current;
    const row = annotationRows(frame)[i];
    if (!u || !row) {
      return undefined;
    }
    const x = u.valToPos(Math.max(row.from, u.scales['x']?.min ?? row.from), 'x');
    const inside = x >= 0 && x <= u.bbox.width / window.devicePixelRatio;
    return inside ? { x, y: u.bbox.height / window.devicePixelRatio } : undefined;
  }, []);

  const mark = useCallback(
    (frame: DataFrame, i: number) => {
      const row = annotationRows(frame)[i];
      if (!row) {
        return null;
      }
      const color = theme.visualization.getColorByName(row.color);
      const words = (
        <div>
          <div>{dateTimeFormat(row.from, { timeZone })}</div>
          <strong>{row.title}</strong>
          <div>{row.text}</div>
          <div>{row.tags.join(', ')}</div>
        </div>
      );
      return (
        <Tooltip content={words}>
          <div aria-label={`Annotation ${row.title}`} className={triangle(color)} />
        </Tooltip>
      );
    },
    [theme, timeZone]
  );

  return (
    <EventsCanvas
      id="annotations"
      config={config}
      events={annotations}
      renderEventMarker={mark}
      mapEventToXYCoords={place}
    />
  );
}

const triangle = (color: string) =>
  css({
    width: 0,
    height: 0,
    borderLeft: '5px solid transparent',
    borderRight: '5px solid transparent',
    borderBottom: `6px solid ${color}`,
    transform: 'translate(-5px, 3px)',
  });
