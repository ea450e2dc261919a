import { type Row, type Target } from '../read/Worklist';
import { type ActionKind, actions, type Askable, fits, isDecision } from './actions';

/** What one request stores, but for why: the body of POST events. */
export interface Statement {
  kind: ActionKind;
  site: string;
  target_type: string;
  target_id: string;
  answers?: string[];
  reference?: string;
  station?: string;
  equipment?: string;
  position?: string;
  characteristic?: string;
  rule?: string;
  amount?: number;
}

/** One request, and what it is about. */
export interface Entry {
  /** Told apart by it from any other that was said: the same whenever it is sent again. */
  key: string;
  target: Target;
  /** What it says in the list, of each of its rows. */
  rows: Row[];
  statement: Statement;
}

/** The most holds that one event answers. */
const mostAnswers = 64;

/**
 * What an action on rows sends: a decision is one request an item, which answers those of its holds that are chosen; anything else is
 * one a row. Rows that it cannot be said of are left out.
 *
 * @param newKey a key that no other request has
 * @param askable what the plan lets people ask machines for
 */
export function entriesOf(
  kind: ActionKind,
  rows: readonly Row[],
  newKey: () => string,
  askable: readonly Askable[] = []
): Entry[] {
  const of = rows.filter((row) => fits(kind, row, askable));
  if (actions[kind].asked) {
    return byMachine(kind, of).map((group) => ({ key: newKey(), rows: group, ...askedOf(kind, group[0]!) }));
  }
  const groups = isDecision(kind) ? byTarget(of) : kind === 'action' ? byPlace(of) : of.map((row) => [row]);
  return groups.map((group) => {
    const { site, holdId } = group[0]!;
    const target = kind === 'action' ? placeDoneTo(group[0]!) : group[0]!.target!;
    const about = { kind, site, target_type: target.type, target_id: target.id };
    return {
      key: newKey(),
      target,
      rows: group,
      // A decision that named station or machine would be about less than the hold.
      statement: isDecision(kind)
        ? { ...about, answers: group.map((row) => row.holdId) }
        : { ...about, ...placeOf(group[0]!), ...(holdId && { reference: holdId }) },
    };
  });
}

/** What something was done to: the machine, where the row names one. */
const placeDoneTo = ({ equipment, station }: Row): Target =>
  equipment === '' ? { type: 'station', id: station } : { type: 'equipment', id: equipment };

/** What a machine is asked for: to stop as a whole, or to set the value of a row. */
function askedOf(kind: ActionKind, { site, station, equipment, position, characteristic }: Row) {
  const target = { type: 'equipment', id: equipment };
  const about = { kind, site, target_type: target.type, target_id: target.id, station };
  const place = { ...(position && { position }), characteristic };
  return { target, statement: kind === 'pause' ? about : { ...about, ...place } };
}

/** A machine is asked once, however many rows tell of it. */
function byMachine(kind: ActionKind, rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const { site, equipment, position, characteristic } = row;
    const asked = JSON.stringify([site, equipment, ...(kind === 'pause' ? [] : [position, characteristic])]);
    groups.set(asked, [...(groups.get(asked) ?? []), row]);
  }
  return [...groups.values()];
}

/** What was done was done once, however many rows tell of its machine and position. */
function byPlace(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const place = JSON.stringify([row.site, row.station, row.equipment, row.position]);
    groups.set(place, [...(groups.get(place) ?? []), row]);
  }
  return [...groups.values()];
}

function byTarget(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  const count = new Map<string, number>();
  for (const row of rows) {
    const target = JSON.stringify([row.site, row.target?.type, row.target?.id]);
    const n = count.get(target) ?? 0;
    count.set(target, n + 1);
    const name = `${target} ${Math.floor(n / mostAnswers)}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}

const places = ['station', 'equipment', 'position', 'characteristic', 'rule'] as const;

function placeOf(row: Row): Pick<Statement, (typeof places)[number]> {
  return Object.fromEntries(places.flatMap((name) => (row[name] === '' ? [] : [[name, row[name]]])));
}
