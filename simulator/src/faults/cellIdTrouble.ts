import { Random } from '../core/Random';
import { Concerned } from './Concerned';
import { type FaultKind } from './FaultKind';
import { during } from './place';
import { lines, toldLine } from './toldPlace';
import { truthOf } from './truthOf';

/** Share of readings of each kind, and how late the late ones are at most. */
const SHARE = 0.004;
const LATE_MS = 25 * 60_000;

export const cellIdTrouble: FaultKind = {
  id: 'cell-id-trouble',
  title: 'The code reader of one line reads the neighbour, reads nothing, or reports late',
  takes: lines,
  mendedBy: 'plan',
  start(settings) {
    const line = toldLine(settings);
    const random = Random.named(settings.seed, 'fault cell-id-trouble');
    const trouble: Record<'duplicate' | 'missing' | 'late', string[]> = { duplicate: [], missing: [], late: [] };
    const concerned = new Concerned();
    const before = new Map<string, string>();
    return {
      id: this.id,
      deliver(message, { cell, station, line: at, endMs }) {
        if (!cell || at !== line || station.item !== 'cell' || !during(settings, endMs)) {
          return [message];
        }
        const neighbour = before.get(station.id);
        before.set(station.id, cell.id);
        const u = random.uniform();
        if (u < SHARE && neighbour !== undefined && neighbour !== cell.id) {
          trouble.duplicate.push(cell.id);
          concerned.add(cell.id, endMs);
          return [{ ...message, payload: { ...message.payload, cell_id: neighbour } }];
        }
        if (u < 2 * SHARE) {
          trouble.missing.push(cell.id);
          concerned.add(cell.id, endMs);
          const { cell_id: _unread, ...payload } = message.payload;
          return [{ ...message, payload }];
        }
        if (u < 3 * SHARE) {
          trouble.late.push(cell.id);
          concerned.add(cell.id, endMs);
          return [{ ...message, timeMs: message.timeMs + 60_000 + Math.round(random.uniform() * LATE_MS) }];
        }
        return [message];
      },
      truth: () =>
        truthOf(
          cellIdTrouble,
          settings,
          { line: line.id, station: '*', equipment: [], characteristics: [], what: 'record' },
          concerned,
          trouble
        ),
    };
  },
};
