import { describeColumns, hasColumn, type Missing, warnings } from '@cellthread/panelkit';
import { type DataFrame } from '@grafana/data';
import { type Words } from '../words/Words';
import { readHolds } from './readHolds';
import { readLines } from './readLines';
import { readSignals } from './readSignals';
import { type ListKind, type Worklist } from './Worklist';

const needed: Record<ListKind, readonly string[]> = {
  signals: ['kind', 'route', 'station'],
  holds: ['kind', 'hold_id', 'target_id'],
  lines: ['line', 'shift', 'from'],
};

/** The rows of the first table that is a list of signals, holds or lines, or why there is none. */
export function readWorklist(series: readonly DataFrame[], list: ListKind | 'auto', words: Words): Worklist | Missing {
  const kinds: readonly ListKind[] = list === 'auto' ? ['holds', 'signals', 'lines'] : [list];
  for (const kind of kinds) {
    const frame = series.find((one) => needed[kind].every((column) => hasColumn(one, column)));
    if (frame) {
      const read = { holds: readHolds, signals: readSignals, lines: readLines }[kind](frame, words);
      return { list: kind, ...read, warnings: warnings(series) };
    }
  }
  return { title: words.noList, lines: [words.howToAsk, ...series.map(describeColumns)] };
}
