import { HOUR, MINUTE } from '@cellthread/calendar';
import { Concerned } from '../Concerned';
import { type FaultKind } from '../FaultKind';
import { lines, toldLine } from '../toldPlace';
import { truthOf } from '../truthOf';
import { measuredOn } from './measuredOn';

/** A stop that stands in no calendar: a line starts no items for a while, and its machines stand `emptyMs` later. */
function lineStop(id: string, title: string, lastsMs: number, emptyMs: number): FaultKind {
  const kind: FaultKind = {
    id,
    title,
    silent: true,
    takes: lines,
    start(settings) {
      const line = toldLine(settings);
      const { fromMs } = settings;
      const toMs = Math.min(settings.toMs, fromMs + lastsMs);
      return {
        id,
        stands: (at, t, starting) =>
          at === line && t >= (starting ? fromMs : Math.min(toMs, fromMs + emptyMs)) && t < toMs ? toMs : undefined,
        truth: () =>
          truthOf(
            kind,
            { ...settings, toMs },
            { line: line.id, station: '*', equipment: [], characteristics: measuredOn(line), what: 'level' },
            new Concerned()
          ),
      };
    },
  };
  return kind;
}

export const lunchStop = lineStop('lunch-stop', 'A line stands for half an hour', 30 * MINUTE, 0);

export const nightRestart = lineStop(
  'night-restart',
  'A line runs empty, stands for a night and starts again',
  8 * HOUR,
  HOUR
);
