import { buildScene, type ChartModel, type Hit, pointAt, type StreamModel } from '@cellthread/chart';
import { getFieldDisplayName, type PanelProps } from '@grafana/data';
import { LegendDisplayMode, type OptionsWithLegend } from '@grafana/schema';
import { useTheme2, VizLayout } from '@grafana/ui';
import { useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import {
  AnswerView,
  axisWidth,
  cellLinkDefaults,
  type CellLinkOptions,
  cellLinks,
  CellTooltip,
  type CellValues,
  chartPalette,
  chooseValue,
  columnDefaults,
  type ColumnOptions,
  contextRows,
  exclusionDefaults,
  type ExclusionOptions,
  formatters,
  limitRows,
  type Missing,
  PlotKeys,
  plotLegend,
  pointSignals,
  readCellValues,
  sceneLegend,
  ScenePlot,
  type SpecOptions,
  timeRows,
  useAlone,
  usePlotSync,
} from '..';

export interface StripOptions extends OptionsWithLegend, ColumnOptions, ExclusionOptions, SpecOptions, CellLinkOptions {
  /** Whether a click takes a cell out of what is counted, and back in, in place of leading to its traveler. */
  leaveOut: boolean;
}

export const stripDefaults: StripOptions = {
  ...columnDefaults,
  ...exclusionDefaults,
  ...cellLinkDefaults,
  leaveOut: false,
  legend: { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: true, calcs: [] },
};

/** The smallest panel over cells: a strip of values for each stream. It shows what panelkit leaves to a panel. */
export function StripPlot(props: PanelProps<StripOptions>) {
  const { data, width, height, options } = props;
  const read = useMemo(() => readStrips(data.series, options), [data.series, options]);
  return (
    <AnswerView {...{ data, read, width, height }}>{(cells) => <Strips panel={props} cells={cells} />}</AnswerView>
  );
}

function readStrips(series: PanelProps['data']['series'], options: StripOptions): CellValues | Missing {
  const chosen = chooseValue(series, options.valueField, 'strip plot');
  return 'title' in chosen ? chosen : readCellValues(series, chosen, options);
}

function Strips({ panel, cells }: { panel: PanelProps<StripOptions>; cells: CellValues }) {
  const { options, width, height, timeZone, id, replaceVariables } = panel;
  const theme = useTheme2();
  const sync = usePlotSync(id);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const all = useMemo(() => stripsOf(cells, leftOut), [cells, leftOut]);
  const names = all.streams.map((s) => s.name);
  const alone = useAlone(names);
  const model = alone.at < 0 ? all : { ...all, streams: [all.streams[alone.at]!] };
  const format = formatters(cells.value, theme, timeZone);
  const palette = chartPalette(theme, all.streams.length);
  const range: [number, number] = [0.5, names.length + 0.5];
  // A strip has no line that its dots could give way to.
  const drawn = buildScene(model, 0, { from: range[0], to: range[1], width }, { zones: false, spec: true });
  const scene = { ...drawn, dots: true };
  const links = cellLinks(cells, options.cellLink, replaceVariables);
  const plot = useRef<uPlot | null>(null);
  const name = getFieldDisplayName(cells.value, cells.frame);

  const rowOf = (entry: number) => pointAt(model, scene, 0, entry)!.about;
  const toggle = (row: number) => {
    const next = new Set(leftOut);
    setLeftOut(next.delete(row) ? next : next.add(row));
    return true;
  };
  const onClick = (row: number) => (options.leaveOut ? toggle(row) : options.click === 'traveler' && links.open(row));
  return (
    <PlotKeys label={`Strips of ${name}`} scene={scene} plot={plot} open={(entry) => void links.open(rowOf(entry))}>
      <VizLayout
        width={width}
        height={height}
        legend={plotLegend(
          options.legend,
          height,
          sceneLegend(name, names, [scene], palette, alone.hidden),
          alone.choose
        )}
      >
        {(w: number, h: number) => (
          <ScenePlot
            {...{ scene, palette, range, sync, timeZone }}
            annotations={[]}
            width={w}
            height={h}
            time={false}
            xAxis
            axisWidth={axisWidth([scene], format.value)}
            formatY={format.value}
            formatX={(x) => names[x - 1] ?? ''}
            onZoom={() => undefined}
            onPointClick={(entry) => onClick(rowOf(entry))}
            linksOf={(entry) => links.links(rowOf(entry))}
            tooltip={(entry, pinned, dataLinks) => {
              const at = pointAt(model, scene, 0, entry)!;
              const content = {
                title: cells.id(at.about),
                rows: [
                  { label: name, value: format.value(scene.points.y[entry]), strong: true },
                  ...limitRows(at, format),
                  ...timeRows(cells, at.rows, format),
                ],
                more: contextRows(cells, at.rows),
                signals: pointSignals(cells, at, format),
              };
              return (
                <CellTooltip
                  {...{ content, palette, pinned }}
                  hollow={at.hollow !== null}
                  target={links.target(at.about)}
                  links={dataLinks}
                />
              );
            }}
            plotRef={(u) => (plot.current = u)}
          />
        )}
      </VizLayout>
    </PlotKeys>
  );
}

/** A stream for each stratum, its cells beside each other around the stratum's place; who takes no part is hollow. */
function stripsOf({ obs, limits, reported }: CellValues, leftOut: ReadonlySet<number>): ChartModel {
  const rows = Array.from({ length: obs.n }, (_, row) => row).filter((row) => !Number.isNaN(obs.value[row]));
  const names = [...new Set(rows.map((row) => obs.stream?.(row) ?? ''))].sort();
  const reason = (row: number) => (leftOut.has(row) ? 'left out by hand' : (obs.excluded?.(row) ?? ''));
  const { lsl = null, usl = null } = limits.rows[0] ?? {};
  const streams = names.map((name, k): StreamModel => {
    const here = rows.filter((row) => (obs.stream?.(row) ?? '') === name);
    const placed = here.map((row, i) => ({ row, x: k + 0.8 + (0.4 * (i + 0.5)) / here.length }));
    const counted = placed.filter(({ row }) => !reason(row));
    const step = { start: 0, end: counted.length, centre: null, lcl: null, ucl: null, sigma: null, target: null };
    return {
      name,
      x: counted.map(({ x }) => x),
      rowsOf: (point) => Int32Array.of(counted[point]!.row),
      breaks: new Uint8Array(counted.length).fill(1),
      plots: [
        {
          id: 'strip',
          title: 'Values',
          y: counted.map(({ row }) => obs.value[row]!),
          steps: counted.length > 0 ? [{ ...step, lsl, usl, state: 'none', since: null }] : [],
          zones: false,
          hits: new Map(counted.flatMap(({ row }, point) => hitOf(reported?.(row) ?? '', point))),
        },
      ],
      hollow: placed
        .filter(({ row }) => reason(row))
        .map(({ row, x }) => ({
          x,
          y: obs.value[row]!,
          rows: Int32Array.of(row),
          kind: 'excluded' as const,
          reason: reason(row),
        })),
    };
  });
  return { streams, dividers: [] };
}

function hitOf(title: string, point: number): Array<[number, Hit[]]> {
  const hit: Hit = { kind: 'reported', rule: 'reported', title, side: 'both', members: [point] };
  return title === '' ? [] : [[point, [hit]]];
}
