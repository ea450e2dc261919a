import { type ChartModel } from '@cellthread/chart';
import { type TimeRange } from '@grafana/data';
import { useEffect, useMemo, useState } from 'react';
import { type Charted } from './useControlChart';

/** The stretch of x that is drawn: the dashboard's range on a time axis, the panel's own zoom in process order. */
export function useShownRange({ chart, time }: Charted, timeRange: TimeRange, lastPoints: number) {
  const full = useMemo<[number, number]>(() => {
    const last = chart.model.streams.flatMap((s) => [s.x[s.x.length - 1] ?? 0, s.hollow[s.hollow.length - 1]?.x ?? 0]);
    return [0.5, Math.max(1, ...last) + 0.5];
  }, [chart.model]);
  const [zoomed, setZoomed] = useState<[number, number] | null>(null);
  useEffect(() => setZoomed(null), [time]);
  const [from, to] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const inside = zoomed && zoomed[0] < full[1] ? zoomed : null;
  const shown = useMemo<[number, number]>(() => {
    const [start, end] = time ? [from, to] : (inside ?? full);
    const last = inside ? null : lastShown(chart.model, lastPoints);
    return last && last[0] > start && last[1] > last[0] ? last : [start, end];
  }, [time, from, to, inside, full, chart.model, lastPoints]);
  return {
    shown,
    zoomed: !time && inside !== null,
    zoom: (range: { from: number; to: number }) => {
      const next: [number, number] = [Math.max(full[0], range.from), Math.min(full[1], range.to)];
      setZoomed(next[0] <= full[0] && next[1] >= full[1] ? null : next);
    },
    reset: () => setZoomed(null),
  };
}

/** Room at both ends of the last points, in shares of their stretch. */
const room = 0.03;

/** The stretch of the last points, over all streams; `null` where all are shown. */
function lastShown({ streams }: ChartModel, lastPoints: number): [number, number] | null {
  if (lastPoints <= 0) {
    return null;
  }
  const ends = streams.flatMap((s) => Array.prototype.slice.call(s.x, -lastPoints) as number[]).sort((a, b) => b - a);
  if (ends.length < lastPoints) {
    return null;
  }
  const [first, last] = [ends[lastPoints - 1]!, ends[0]!];
  return [first - room * (last - first), last + room * (last - first)];
}
