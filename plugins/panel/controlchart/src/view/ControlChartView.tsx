import { css } from '@emotion/css';
import { buildScene, type PointAt, pointAt, type Scene } from '@cellthread/chart';
import {
  axisWidth,
  cellLinks,
  CellTooltip,
  chartPalette,
  failures,
  formatters,
  onPaper,
  PlotKeys,
  plotLegend,
  readAnnotations,
  sceneLegend,
  ScenePlot,
  StatisticsStrip,
  stripLine,
  useAlone,
  usePlotSync,
} from '@cellthread/panelkit';
import { getFieldDisplayName, type GrafanaTheme2, type LinkModel, type PanelProps } from '@grafana/data';
import { Button, useStyles2, useTheme2, VizLayout } from '@grafana/ui';
import { useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import { type ControlChartOptions } from '../ControlChartOptions';
import { ChartSummary } from './ChartSummary';
import { MultiplesView } from './MultiplesView';
import { statistics, streamStatistics } from './statistics';
import { tooltipContent } from './tooltipContent';
import { useCapability } from './useCapability';
import { type Charted } from './useControlChart';
import { useShownRange } from './useShownRange';
import { visibleChart } from './visibleChart';

interface Props {
  panel: PanelProps<ControlChartOptions>;
  charted: Charted;
}

/** Share of the height that each chart takes of one, a pair, or three. */
const shares: ReadonlyArray<readonly number[]> = [[1], [0.62, 0.38], [0.46, 0.27, 0.27]];
const captionHeight = 18;
/** A narrower panel that is high enough gives the strip a second line. */
const twoLines = { narrower: 1000, higher: 320 };
/** Below these heights in pixels the strip and the dispersion chart make room. */
const least = { strip: 160, pair: 240 };

/** The drawn chart: statistics, the pair of plots, legend, tooltips and what the keyboard and a screen reader get. */
export function ControlChartView({ panel, charted: all }: Props) {
  const { options, width, height, timeZone, id, onChangeTimeRange, replaceVariables } = panel;
  const theme = useTheme2();
  const s = useStyles2(getStyles);
  const sync = usePlotSync(id);
  const names = useMemo(() => all.chart.reports.map((r) => r.name), [all]);
  const alone = useAlone(names);
  const charted = useMemo(() => visibleChart(all, alone.at), [all, alone.at]);
  const { input, chart, time } = charted;
  const range = useShownRange(charted, panel.timeRange, options.lastPoints);
  const format = useMemo(() => formatters(input.written, theme, timeZone), [input.written, theme, timeZone]);
  const fixedColor = input.value.config.color?.mode === 'fixed' ? input.value.config.color.fixedColor : undefined;
  const everyPalette = useMemo(
    () =>
      chartPalette(theme, all.chart.model.streams.length, fixedColor && theme.visualization.getColorByName(fixedColor)),
    [theme, all, fixedColor]
  );
  const palette = useMemo(() => {
    const { streams } = everyPalette;
    return alone.at < 0 ? everyPalette : { ...everyPalette, streams: [streams[alone.at % streams.length]!] };
  }, [everyPalette, alone.at]);
  const annotations = useMemo(
    () => (time ? readAnnotations(panel.data.annotations, theme) : []),
    [time, panel.data.annotations, theme]
  );
  const name = getFieldDisplayName(input.value, input.frame);
  const notes = [...failures(panel.data).map((text) => `Not all of it can be read: ${text}`), ...input.notes].join(' ');
  const showStrip = options.showStatistics && height >= least.strip;
  const stripLines = width < twoLines.narrower && height >= twoLines.higher ? 2 : 1;
  const stripHeight = showStrip ? stripLines * stripLine + 2 : 0;
  const plots = options.showDispersion && height >= least.pair ? (chart.model.streams[0]?.plots.length ?? 1) : 1;

  const [from, to] = range.shown;
  const { min, max } = input.written.config;
  const scenes = useMemo(
    () =>
      Array.from({ length: plots }, (_, k) =>
        buildScene(
          chart.model,
          k,
          { from, to, width },
          {
            zones: options.showZones,
            spec: options.showSpec,
            fixed: k === 0 ? { min: min ?? null, max: max ?? null } : undefined,
          }
        )
      ),
    [chart.model, plots, from, to, width, options.showZones, options.showSpec, min, max]
  );

  const links = cellLinks(input, options.cellLink, replaceVariables);
  const at = (k: number, entry: number) => scenes[k] && pointAt(chart.model, scenes[k], k, entry);
  const open = (k: number, entry: number): boolean => {
    const point = at(k, entry);
    return point ? links.open(point.about) : false;
  };
  const opens = options.click === 'traveler';

  const plot = useRef<uPlot | null>(null);
  const report = chart.reports.length === 1 ? chart.reports[0]! : null;
  const { judged } = chart;
  const capability = useCapability(showStrip ? (report?.sample ?? null) : null);

  const tooltip = (point: PointAt, pinned: boolean, dataLinks: LinkModel[]) => {
    const target = links.target(point.about);
    return (
      <CellTooltip
        content={tooltipContent(charted, point, format)}
        hollow={point.hollow !== null}
        hint={target && opens ? 'Click the point: traveler. Click beside it: hold this.' : undefined}
        links={dataLinks}
        {...{ palette, target, pinned }}
      />
    );
  };

  const multiples = options.layout === 'multiples' && chart.model.streams.length > 1;

  return (
    <div className={s.panel} style={{ width, height }} data-testid="cellthread-controlchart" aria-busy={!judged}>
      {showStrip && (
        <StatisticsStrip
          lines={stripLines}
          items={report ? statistics(report, format, { judged, capability }) : streamStatistics(chart.reports, judged)}
        >
          {range.zoomed && (
            <Button size="sm" variant="secondary" fill="text" onClick={range.reset}>
              Show all
            </Button>
          )}
        </StatisticsStrip>
      )}
      {multiples ? (
        <MultiplesView
          {...{ charted, palette, format, width, timeZone, annotations, sync, tooltip }}
          height={height - stripHeight}
          range={range.shown}
          zones={options.showZones}
          spec={options.showSpec}
          onZoom={time ? onChangeTimeRange : range.zoom}
          choose={alone.choose}
          open={(point) => opens && links.open(point.about)}
          linksOf={(point) => links.links(point.about)}
        />
      ) : (
        <PlotKeys
          label={`Control chart of ${name}`}
          scene={scenes[0]!}
          plot={plot}
          open={(entry) => void open(0, entry)}
        >
          <VizLayout
            width={width}
            height={height - stripHeight}
            legend={plotLegend(
              options.legend,
              height,
              sceneLegend(name, names, scenes, everyPalette, alone.hidden),
              alone.choose
            )}
          >
            {(w: number, h: number) => (
              <div style={{ width: w, height: h }}>
                {scenes.map((scene, k) => {
                  const share = shares[scenes.length - 1]?.[k] ?? 1 / scenes.length;
                  return (
                    <div key={scene.plot}>
                      <div className={s.caption}>
                        {captionOf(name, scene, k)}
                        {format.unit && <span className={s.unit}> in {format.unit}</span>}
                        {k === 0 && notes && (
                          <span className={s.note} role="note" title={notes}>
                            {notes}
                          </span>
                        )}
                      </div>
                      <ScenePlot
                        scene={scene}
                        palette={palette}
                        annotations={annotations}
                        width={w}
                        height={Math.max(40, Math.floor(h * share) - captionHeight)}
                        time={time}
                        timeZone={timeZone}
                        range={range.shown}
                        xAxis={k === scenes.length - 1}
                        axisWidth={axisWidth(scenes, format.value)}
                        formatY={k === 0 ? format.value : format.spread}
                        sync={sync}
                        onZoom={time ? onChangeTimeRange : range.zoom}
                        onPointClick={(entry) => opens && open(k, entry)}
                        linksOf={(entry) => {
                          const point = at(k, entry);
                          return point ? links.links(point.about) : [];
                        }}
                        tooltip={(entry, pinned, dataLinks) => {
                          const point = at(k, entry);
                          return point && tooltip(point, pinned, dataLinks);
                        }}
                        plotRef={k === 0 ? (u) => (plot.current = u) : undefined}
                      />
                    </div>
                  );
                })}
              </div>
            )}
          </VizLayout>
        </PlotKeys>
      )}
      <ChartSummary name={name} charted={charted} format={format} />
    </div>
  );
}

/** Single values are called by their name; every other statistic says what it is of. */
function captionOf(name: string, scene: Scene, k: number): string {
  return k > 0 ? scene.title : scene.title === 'Individuals' ? name : `${name}: ${scene.title}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  unit: css({ color: theme.colors.text.disabled }),
  note: css({ marginLeft: theme.spacing(1.5), color: theme.colors.warning.text }),
  panel: css({ position: 'relative', overflow: 'hidden', ...onPaper }),
  caption: css({
    height: captionHeight,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    paddingLeft: theme.spacing(1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
});
