import { css, cx } from '@emotion/css';
import { buildScene, type Palette, type PointAt, pointAt, type StreamReport } from '@cellthread/chart';
import { axisWidth, type Formatters, ScenePlot, type ScenePlotProps } from '@cellthread/panelkit';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode, useMemo } from 'react';
import { grid, leftOut, oddOnes, shownStreams } from './tiles';
import { type Charted } from './useControlChart';

type Links = ReturnType<ScenePlotProps['linksOf']>;

interface Props extends Pick<ScenePlotProps, 'annotations' | 'timeZone' | 'range' | 'sync' | 'onZoom'> {
  charted: Charted;
  palette: Palette;
  format: Formatters;
  width: number;
  height: number;
  zones: boolean;
  spec: boolean;
  /** Draws the stream of that name alone. */
  choose: (name: string) => void;
  open: (point: PointAt) => boolean;
  linksOf: (point: PointAt) => Links;
  tooltip: (point: PointAt, pinned: boolean, links: Links) => ReactNode;
}

const captionHeight = 20;

/** A chart for each stream, side by side on one scale: the odd one is seen, and named. */
export function MultiplesView(props: Props) {
  const { charted, palette, format, width, height, range, zones, spec, choose, open, linksOf, tooltip } = props;
  const s = useStyles2(getStyles);
  const { chart, time } = charted;
  const shown = useMemo(() => shownStreams(chart), [chart]);
  const left = leftOut(chart, shown.length);
  const noteHeight = left ? captionHeight : 0;
  const odd = useMemo(() => oddOnes(chart.reports), [chart]);
  const tile = grid(shown.length, width, height - noteHeight);
  const [from, to] = range;
  const tiles = useMemo(() => {
    const view = { from, to, width: tile.width };
    const models = shown.map((at) => ({ ...chart.model, streams: [chart.model.streams[at]!] }));
    const free = models.map((model) => buildScene(model, 0, view, { zones, spec }));
    // One scale for all: else the odd one looks like the others.
    const fixed = {
      min: Math.min(...free.map((scene) => scene.range[0])),
      max: Math.max(...free.map((scene) => scene.range[1])),
    };
    return models.map((model, k) => ({
      model,
      report: chart.reports[shown[k]!]!,
      scene: buildScene(model, 0, view, { zones, spec, fixed }),
    }));
  }, [chart, shown, from, to, tile.width, zones, spec]);
  const one = { ...palette, streams: [palette.streams[0]!] };
  const axis = axisWidth(
    tiles.map(({ scene }) => scene),
    format.value
  );

  return (
    <div className={s.grid} style={{ width, height }} data-testid="cellthread-multiples">
      {left && (
        <div className={s.note} role="note" title={left}>
          {left}
        </div>
      )}
      {tiles.map(({ model, report, scene }, k) => {
        const at = (entry: number) => pointAt(model, scene, 0, entry);
        const isOdd = chart.judged && odd[shown[k]!]!;
        const last = k >= tiles.length - tile.columns;
        return (
          <div
            key={report.name}
            className={cx(s.tile, isOdd && s.odd)}
            style={{ width: tile.width, height: tile.height }}
            data-testid="cellthread-multiple"
          >
            <button type="button" className={s.caption} onClick={() => choose(report.name)} title="Show it alone">
              <span className={s.name}>{report.name}</span>
              <span className={cx(s.told, isOdd && s.alarm)}>{toldOf(chart.judged, isOdd, report)}</span>
            </button>
            <ScenePlot
              scene={scene}
              palette={one}
              annotations={props.annotations}
              width={tile.width - 8}
              height={tile.height - captionHeight - 6}
              time={time}
              timeZone={props.timeZone}
              range={range}
              xAxis={last}
              axisWidth={axis}
              formatY={format.value}
              sync={props.sync}
              onZoom={props.onZoom}
              onPointClick={(entry) => {
                const point = at(entry);
                return point ? open(point) : false;
              }}
              linksOf={(entry) => {
                const point = at(entry);
                return point ? linksOf(point) : [];
              }}
              tooltip={(entry, pinned, links) => {
                const point = at(entry);
                return point && tooltip(point, pinned, links);
              }}
            />
          </div>
        );
      })}
    </div>
  );
}

function toldOf(judged: boolean, odd: boolean, { signals, outOfSpec }: StreamReport): string {
  if (!judged) {
    return '…';
  }
  const counted = `${signals} ${signals === 1 ? 'signal' : 'signals'}`;
  return `${odd ? 'odd: ' : ''}${counted}${outOfSpec > 0 ? `, ${outOfSpec} out of spec` : ''}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({ display: 'flex', flexWrap: 'wrap', alignContent: 'flex-start', overflowX: 'hidden', overflowY: 'auto' }),
  tile: css({ padding: '1px 3px', border: '1px solid transparent', borderRadius: theme.shape.radius.default }),
  odd: css({ borderColor: theme.colors.warning.border }),
  caption: css({
    display: 'flex',
    gap: theme.spacing(1),
    width: '100%',
    height: captionHeight,
    padding: `0 ${theme.spacing(0.5)}`,
    border: 'none',
    background: 'none',
    textAlign: 'left',
    fontSize: theme.typography.bodySmall.fontSize,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    '&:hover': { textDecoration: 'underline' },
  }),
  name: css({ color: theme.colors.text.primary, flexShrink: 0 }),
  told: css({ color: theme.colors.text.secondary, overflow: 'hidden', textOverflow: 'ellipsis' }),
  alarm: css({ color: theme.colors.warning.text }),
  note: css({
    width: '100%',
    height: captionHeight,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
});
