import { rowReader } from '@cellthread/panelkit';
import { type EventColumn } from '@cellthread/vocabulary';
import { type DataFrame } from '@grafana/data';
import { type Words } from '../words/Words';
import { shownColumns } from './shownColumns';
import { type Row, type Worklist } from './Worklist';

type HoldColumn = EventColumn | 'proof' | 'item_id' | 'site' | 'position' | 'characteristic' | 'rule' | 'source';

/** The holds of an events query, the newest first, and its sentences about what is not among them. */
export function readHolds(frame: DataFrame, words: Words): Pick<Worklist, 'rows' | 'notes'> {
  const r = rowReader(frame);
  const text = (column: HoldColumn, i: number) => r.text(column, i);
  const shown = shownColumns(frame);
  const rows: Row[] = [];
  const notes: string[] = [];
  for (let i = 0; i < frame.length; i++) {
    const kind = text('kind', i);
    if (kind === '' && text('text', i) !== '') {
      notes.push(text('text', i));
    }
    if (kind !== 'hold') {
      continue;
    }
    const id = text('target_id', i) || text('item_id', i);
    const [holdId, severity, heldFor] = [text('hold_id', i), text('severity', i), text('disposition', i)];
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
      severity,
      site: text('site', i),
      station: text('station', i),
      equipment: text('equipment', i),
      position: text('position', i),
      characteristic: text('characteristic', i),
      rule: text('rule', i),
      target: id ? { type: text('target_type', i) || 'item', id } : null,
      holdId,
      shown: {
        since: '',
        station: shown('station', i),
        equipment: shown('equipment', i),
        position: shown('position', i),
        characteristic: shown('characteristic', i),
        rule: shown('rule', i),
        author: text('author', i) || text('source', i),
        severity: words.severities[severity as keyof Words['severities']] ?? severity,
        decided: heldFor === 'hold' ? '' : (words.decided[heldFor as keyof Words['decided']] ?? heldFor),
        standing: words.reworked[text('proof', i) as keyof Words['reworked']] ?? '',
        response: '',
        action: '',
      },
    });
  }
  return { rows: rows.sort((a, b) => (b.sinceMs ?? 0) - (a.sinceMs ?? 0)), notes };
}
