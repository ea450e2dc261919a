import { rowReader } from '@cellthread/panelkit';
import { type CellLabel, type SignalLabel, type SignalStanding } from '@cellthread/vocabulary';
import { type DataFrame } from '@grafana/data';
import { type Words } from '../words/Words';
import { shownColumns } from './shownColumns';
import { type Row, type Target, type Worklist } from './Worklist';

type SignalColumn =
  SignalLabel | CellLabel | 'since' | 'sentence' | 'action' | 'decided' | 'standing' | 'response' | 'value';

/** What makes a signal the same at the next look. */
const identity: SignalColumn[] = [
  ...(['site', 'line', 'station', 'equipment', 'position', 'lot', 'product'] as const),
  ...(['characteristic', 'kind', 'rule', 'cell_id', 'visit', 'pass'] as const),
];

/** The rows of a signals query, and its sentences about what is not among them. */
export function readSignals(frame: DataFrame, words: Words): Pick<Worklist, 'rows' | 'notes'> {
  const r = rowReader(frame);
  const text = (column: SignalColumn, i: number) => r.text(column, i);
  const shown = shownColumns(frame);
  const rows: Row[] = [];
  const notes: string[] = [];
  for (let i = 0; i < frame.length; i++) {
    const kind = text('kind', i);
    const sentence = text('sentence', i) || sentenceOf(shown, i);
    if (kind === '' || kind === 'overflow') {
      notes.push(kind === '' || text('sentence', i) ? sentence : words.notListed(r.number('value', i) ?? 0));
      continue;
    }
    const [severity, station] = [text('severity', i), text('station', i)];
    const sinceMs = r.time('since', i) ?? r.number('pass', i);
    rows.push({
      key: JSON.stringify(identity.map((column) => text(column, i))),
      sentence,
      sinceMs,
      severity,
      station,
      site: text('site', i),
      equipment: text('equipment', i),
      position: text('position', i),
      characteristic: text('characteristic', i),
      rule: text('rule', i),
      target: targetOf((column) => text(column, i)),
      holdId: '',
      untilMs: null,
      held: null,
      shown: {
        since: '',
        station: shown('station', i),
        equipment: shown('equipment', i),
        position: shown('position', i),
        characteristic: shown('characteristic', i),
        rule: shown('rule', i),
        author: '',
        severity: words.severities[severity as keyof Words['severities']] ?? severity,
        decided: words.decided[text('decided', i) as keyof Words['decided']] ?? text('decided', i),
        standing: text('standing', i) === 'open' ? '' : (words.standings[text('standing', i) as SignalStanding] ?? ''),
        response: text('response', i),
        action: text('action', i),
        inspected: '',
        whereabouts: '',
      },
    });
  }
  return { rows, notes };
}

/** Without evidence a signal has no sentence of its own. */
function sentenceOf(shown: (column: string, row: number) => string, i: number): string {
  const parts = ['cell_id', 'kind', 'characteristic', 'rule'].map((column) => shown(column, i));
  return parts.filter(Boolean).join(' · ');
}

/** What a signal is about, the narrowest that is named. */
function targetOf(text: (column: SignalColumn) => string): Target | null {
  const named: Array<[string, SignalColumn]> = [
    ['cell', 'cell_id'],
    ['lot', 'lot'],
    ['equipment', 'equipment'],
    ['station', 'station'],
    ['line', 'line'],
  ];
  const found = named.find(([, column]) => text(column) !== '');
  return found ? { type: found[0], id: text(found[1]) } : null;
}
