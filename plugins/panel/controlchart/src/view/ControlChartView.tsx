import { css } from '@emotion/css';
import { buildScene, type Scene } from '@cellthread/chart';
import {
  cellHref,
  chartPalette,
  failures,
  formatters,
  openInApp,
  readAnnotations,
  StatisticsStrip,
  stripLine,
  usePlotKeys,
} from '@cellthread/panelkit';
import { getFieldDisplayName, type GrafanaTheme2, type LinkModel, type PanelProps } from '@grafana/data';
import { DashboardCursorSync, LegendDisplayMode } from '@grafana/schema';
import { Button, usePanelContext, useStyles2, useTheme2, VizLayout, VizLegend } from '@grafana/ui';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { type ControlChartOptions } from '../ControlChartOptions';
import { ChartSummary } from './ChartSummary';
import { ChartTooltip } from './ChartTooltip';
import { ControlPlot } from './ControlPlot';
import { legendItems } from './legendItems';
import { pointAt } from './pointAt';
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
/** Below these heights in pixels the legend, the dispersion chart and the strip make room. */
const least = { strip: 160, pair: 240, legend: 260 };

/** The drawn chart: statistics, the pair of plots, legend, tooltips and what the keyboard and a screen reader get. */
export function ControlChartView({ panel, charted: all }: Props) {
  const { options, width, height, timeZone, id, onChangeTimeRange, replaceVariables } = panel;
  const theme = useTheme2();
  const s = useStyles2(getStyles);
  const { sync, eventsScope } = usePanelContext();
  const own = useId();
  const [alone, setAlone] = useState<string | null>(null);
  const charted = useMemo(() => visibleChart(all, alone), [all, alone]);
  const { input, chart, time } = charted;
  const range = useShownRange(charted, panel.timeRange, options.lastPoints);
  const format = useMemo(() => formatters(input.value, theme, timeZone), [input.value, theme, timeZone]);
  const fixedColor = input.value.config.color?.mode === 'fixed' ? input.value.config.color.fixedColor : undefined;
  const everyPalette = useMemo(
    () =>
      chartPalette(theme, all.chart.model.streams.length, fixedColor && theme.visualization.getColorByName(fixedColor)),
    [theme, all, fixedColor]
  );
  const palette = useMemo(() => {
    const at = all.chart.reports.findIndex((r) => r.name === alone);
    const { streams } = everyPalette;
    return at < 0 ? everyPalette : { ...everyPalette, streams: [streams[at % streams.length]!] };
  }, [everyPalette, all, alone]);
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
  const { min, max } = input.value.config;
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

  const hrefOf = useCallback(
    (k: number, entry: number): { href: string; cell: string } | null => {
      const at = scenes[k] && pointAt(charted, scenes[k], k, entry);
      const cell = at ? input.id(at.about) : '';
      const href = cellHref(options.cellLink, cell, replaceVariables);
      return href ? { href, cell } : null;
    },
    [scenes, charted, input, options.cellLink, replaceVariables]
  );
  const linksOf = (k: number, entry: number): LinkModel[] => {
    const at = scenes[k] && pointAt(charted, scenes[k], k, entry);
    return at ? (input.value.getLinks?.({ valueRowIndex: input.sourceRow(at.about) }) ?? []) : [];
  };
  const open = (k: number, entry: number): boolean => {
    const link = linksOf(k, entry).find((l) => l.oneClick)?.href ?? hrefOf(k, entry)?.href;
    if (!link) {
      return false;
    }
    openInApp(link);
    return true;
  };

  const plot = useRef<uPlot | null>(null);
  const onKeyDown = usePlotKeys(scenes[0]!, plot, (entry) => void open(0, entry));
  const report = chart.reports.length === 1 ? chart.reports[0]! : null;
  const { judged } = chart;
  const capability = useCapability(showStrip ? (report?.sample ?? null) : null);
  const { legend } = options;

  const tooltip = (k: number, scene: Scene) => (entry: number, pinned: boolean, links: LinkModel[]) => {
    const at = pointAt(charted, scene, k, entry);
    return (
      at && (
        <ChartTooltip
          content={tooltipContent(charted, at, format)}
          hollow={at.hollow !== null}
          palette={palette}
          target={hrefOf(k, entry)}
          opens={options.click === 'traveler'}
          pinned={pinned}
          links={links}
        />
      )
    );
  };

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
      <div
        className={s.focus}
        tabIndex={0}
        role="group"
        aria-label={`Control chart of ${name}. Arrow keys move from point to point, N to the next signal, Enter opens the traveler.`}
        onKeyDown={onKeyDown}
      >
        <VizLayout
          width={width}
          height={height - stripHeight}
          legend={
            legend.showLegend && height >= least.legend ? (
              <VizLayout.Legend placement={legend.placement} width={legend.width}>
                <VizLegend
                  placement={legend.placement}
                  displayMode={
                    legend.displayMode === LegendDisplayMode.Hidden ? LegendDisplayMode.List : legend.displayMode
                  }
                  items={legendItems(
                    name,
                    all.chart.reports,
                    scenes,
                    everyPalette,
                    alone === null ? new Set() : hiddenNames(all, alone)
                  )}
                  onLabelClick={(item) => {
                    if (all.chart.reports.length > 1 && typeof item.data === 'string') {
                      setAlone(alone === item.data ? null : item.data);
                    }
                  }}
                />
              </VizLayout.Legend>
            ) : null
          }
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
                    <ControlPlot
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
                      sync={{ mode: sync?.() ?? DashboardCursorSync.Off, scope: eventsScope, own: `${own}-${id}` }}
                      onZoom={time ? onChangeTimeRange : range.zoom}
                      onPointClick={(entry, event) => isMouse(event) && options.click === 'traveler' && open(k, entry)}
                      linksOf={(entry) => linksOf(k, entry)}
                      tooltip={tooltip(k, scene)}
                      plotRef={k === 0 ? (u) => (plot.current = u) : undefined}
                    />
                  </div>
                );
              })}
            </div>
          )}
        </VizLayout>
      </div>
      <ChartSummary name={name} charted={charted} format={format} />
    </div>
  );
}

/** Single values are called by their name; every other statistic says what it is of. */
function captionOf(name: string, scene: Scene, k: number): string {
  return k > 0 ? scene.title : scene.title === 'Individuals' ? name : `${name}: ${scene.title}`;
}

/** A finger has no hover: its first tap shows the tooltip, whose button leads on. */
function isMouse(event: MouseEvent): boolean {
  return !('pointerType' in event) || event.pointerType === 'mouse' || event.pointerType === '';
}

function hiddenNames(all: Charted, alone: string): Set<string> {
  return new Set(all.chart.reports.map((r) => r.name).filter((n) => n !== alone));
}

/** Both axes of a pair take the width of the wider one, so that the plots stand under each other. */
function axisWidth(scenes: readonly Scene[], format: (v: number) => string): number {
  const longest = Math.max(...scenes.flatMap((scene) => scene.range.map((v) => format(v).length)));
  return 22 + 6.6 * longest;
}

const getStyles = (theme: GrafanaTheme2) => ({
  unit: css({ color: theme.colors.text.disabled }),
  note: css({ marginLeft: theme.spacing(1.5), color: theme.colors.warning.text }),
  panel: css({ position: 'relative', overflow: 'hidden' }),
  focus: css({
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
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
