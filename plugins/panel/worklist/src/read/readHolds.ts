import { hasColumn, rowReader } from '@cellthread/panelkit';
import { type EventColumn, queueingEvents, type Whereabout, type WhereaboutsColumn } from '@cellthread/vocabulary';
import { type DataFrame } from '@grafana/data';
import { type HoldWords } from '../words/HoldWords';
import { type Words } from '../words/Words';
import { shownColumns } from './shownColumns';
import { type Row, type Worklist } from './Worklist';

type HoldColumn =
  | EventColumn
  | WhereaboutsColumn
  | ('proof' | 'badge' | 'item_id' | 'site' | 'position' | 'characteristic' | 'rule' | 'source' | 'timeEnd');

const sampleOf = (good: number | null, bad: number | null) => (good === null || bad === null ? null : { good, bad });

/** Where what is held was seen last, but for when. */
function whereabouts(
  text: (column: HoldColumn, i: number) => string,
  shown: (column: string, row: number) => string,
  words: HoldWords,
  i: number
): string {
  const carrier = text('carrier', i);
  const [fromM, toM] = [shown('from_m', i), shown('to_m', i)];
  const places = [
    ...(['last_station', 'last_equipment', 'last_position'] as const).map((column) => shown(column, i)),
    carrier && words.inCarrier(carrier),
  ];
  const visits = shown('held_visits', i);
  return [
    visits && words.passed(visits),
    fromM || toM ? words.metres(fromM, toM) : '',
    places.filter(Boolean).join(' · ') || (words.notSeen[text('whereabouts', i) as keyof HoldWords['notSeen']] ?? ''),
  ]
    .filter(Boolean)
    .join(' · ');
}

const queues: readonly string[] = queueingEvents;

/** The holds of an events query and what it says waits to be inspected or reworked, the newest first, and its sentences about what is not among them. */
export function readHolds(frame: DataFrame, words: Words): Pick<Worklist, 'rows' | 'notes'> {
  const r = rowReader(frame);
  const text = (column: HoldColumn, i: number) => r.text(column, i);
  const shown = shownColumns(frame);
  const asked = hasColumn(frame, 'whereabouts');
  const rows: Row[] = [];
  const notes: string[] = [];
  for (let i = 0; i < frame.length; i++) {
    const kind = text('kind', i);
    if (kind === '' && text('text', i) !== '') {
      notes.push(text('text', i));
    }
    const queued = text('hold_id', i) !== '' && queues.includes(kind);
    if (kind !== 'hold' && !queued) {
      continue;
    }
    const id = text('target_id', i) || text('item_id', i);
    const [holdId, severity] = [text('hold_id', i), text('severity', i)];
    const sentFor = queued ? kind : text('disposition', i);
    rows.push({
      key: JSON.stringify([holdId, id, holdId ? '' : i]),
      // What the plan holds needs no words: the characteristic and the rule say why.
      sentence:
        text('text', i) ||
        ['characteristic', 'rule']
          .map((name) => shown(name, i))
          .filter(Boolean)
          .join(' · '),
      sinceMs: r.time('time', i),
      untilMs: r.time('timeEnd', i),
      severity,
      site: text('site', i),
      station: text('station', i),
      equipment: text('equipment', i),
      position: text('position', i),
      characteristic: text('characteristic', i),
      rule: text('rule', i),
      target: id ? { type: text('target_type', i) || 'item', id } : null,
      holdId,
      held: asked
        ? {
            state: text('whereabouts', i) as Whereabout,
            seenMs: r.time('last_seen', i),
            inspected: text('inspected', i),
            against: r.number('decided_against', i) ?? 0,
            sample: sampleOf(r.number('sample_good', i), r.number('sample_bad', i)),
          }
        : null,
      shown: {
        since: '',
        station: shown('station', i),
        equipment: shown('equipment', i),
        position: shown('position', i),
        characteristic: shown('characteristic', i),
        rule: shown('rule', i),
        author: [text('author', i) || text('source', i), text('badge', i)].filter(Boolean).join(' · '),
        severity: words.severities[severity as keyof Words['severities']] ?? severity,
        decided: sentFor === 'hold' ? '' : (words.decided[sentFor as keyof Words['decided']] ?? sentFor),
        standing: words.reworked[text('proof', i) as keyof Words['reworked']] ?? '',
        response: '',
        action: '',
        inspected: words.hold.inspected[text('inspected', i) as keyof HoldWords['inspected']] ?? '',
        whereabouts: whereabouts(text, shown, words.hold, i),
      },
    });
  }
  return { rows: rows.sort((a, b) => (b.sinceMs ?? 0) - (a.sinceMs ?? 0)), notes };
}
