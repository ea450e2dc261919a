import { decidingEvents, type EventKind, type Relation } from '@cellthread/vocabulary';
import { hash } from '../core/hash';
import { MINUTE } from '@cellthread/calendar';
import { type PlantEquipment, type PlantLine } from '../plant/Plant';
import { type Crew } from './Crew';
import { type Floor } from './Floor';
import { type Visit } from './Item';
import { type Message } from './Message';

/** Longest ID of the wire. */
export const MAX_ID = 64;

/** Share of messages that a machine buffers, and how long at most. */
const LATE = 0.003;
const LATE_MS = 1.5 * MINUTE;

const decides: readonly EventKind[] = decidingEvents;

export interface Edge {
  relation: Relation;
  child_id: string;
  child_type: string;
  parent_id: string;
  parent_type: string;
  quantity?: number;
  unit?: string;
  lane?: string;
  from_m?: number;
  to_m?: number;
  reversed?: boolean;
}

/** Values as their types are spoken: truths as true and false. */
function typed({ station, values }: Visit): Record<string, number | boolean> {
  const truths = station.characteristics.filter(({ type, id }) => type === 'boolean' && values[id] !== undefined);
  return truths.length === 0
    ? values
    : { ...values, ...Object.fromEntries(truths.map(({ id }) => [id, values[id] === 1])) };
}

/** Turns what happened into messages of the wire (ARCHITECTURE, topics and payloads). */
export class Shipping {
  constructor(
    private readonly floor: Floor,
    private readonly crew: Crew
  ) {}

  visit(visit: Visit): void {
    const { floor } = this;
    const { subject, station, line, equipment } = visit;
    floor.options.faults.forEach((fault) => fault.judged?.(visit));
    const { operator, shift } = this.crew.at(line, equipment.area, visit.endMs);
    const isCell = station.item === 'cell' || station.item === 'tray';
    const message: Message = {
      topic: floor.topic(floor.place(line, equipment), '_cellresult', station.id),
      timeMs: this.leaves(visit.endMs, `${subject.id} ${station.id} ${visit.number}`),
      payload: {
        // Both are spelled: an object of so many keys of which one is computed is a slow one.
        cell_id: isCell ? subject.id : undefined,
        item_id: isCell ? undefined : subject.id,
        timestamp_ms: visit.endMs,
        started_ms: visit.startedMs,
        visit: visit.number,
        verdict: visit.verdict,
        run_type: visit.runType,
        product: subject.product,
        operator,
        shift,
        recipe: `${station.id}-${subject.product}`.slice(0, MAX_ID),
        recipe_version: '3',
        work_order: visit.cell?.workOrder ?? this.crew.workOrder(line, visit.startedMs),
        carrier: visit.carrier,
        position: visit.position?.id,
        slot: visit.slot === undefined ? undefined : String(visit.slot),
        grade: visit.station.id === floor.plant.model.grades && visit.verdict === 'ok' ? 'A' : undefined,
        reason: visit.reason,
        lane: visit.lane,
        from_m: visit.fromM,
        to_m: visit.toM,
        lots: Object.keys(visit.lots).length > 0 ? visit.lots : undefined,
        values: typed(visit),
        note: visit.note,
      },
    };
    let leaving = [message];
    for (const { deliver } of floor.options.faults) {
      if (deliver) {
        leaving = leaving.flatMap((m) => deliver(m, visit));
      }
    }
    leaving.forEach((m) => floor.send(m));
  }

  edge(line: PlantLine, equipment: PlantEquipment, at: number, edge: Edge): void {
    const { relation, ...fields } = edge;
    this.plain(this.floor.place(line, equipment), '_genealogy', relation, at, fields);
  }

  /** An event of the line's own control system. `text` is English, as people read it. */
  event(
    line: PlantLine,
    equipment: PlantEquipment,
    kind: EventKind,
    at: number,
    fields: Record<string, unknown>
  ): void {
    const place = this.floor.place(line, equipment);
    const event_id = `${kind}-${hash(`${line.id} ${equipment.id} ${kind} ${String(fields.item_id ?? '')} ${at}`).toString(16)}`;
    // An MES decides at a topic of its own; what happened at a machine is told at the machine's.
    this.plain(decides.includes(kind) ? { ...place, equipment: 'mes' } : place, '_event', kind, at, {
      event_id,
      station: equipment.station,
      equipment: equipment.id,
      author: 'mes',
      source: 'mes',
      ...fields,
    });
  }

  state(line: PlantLine, equipment: PlantEquipment, at: number, fields: Record<string, unknown>): void {
    this.plain(this.floor.place(line, equipment), '_state', 'equipment', at, fields);
  }

  reading(area: string, zone: string, sensor: string, at: number, values: Record<string, number>): void {
    this.floor.send({
      topic: this.floor.topic({ area, line: 'facility', equipment: sensor }, '_environment', zone),
      timeMs: at,
      payload: { timestamp_ms: at, sensor, values },
    });
  }

  private plain(
    place: ReturnType<Floor['place']>,
    contract: string,
    name: string,
    at: number,
    fields: Record<string, unknown>
  ): void {
    const { floor } = this;
    floor.send({
      topic: floor.topic(place, contract, name),
      timeMs: at,
      payload: { timestamp_ms: at, ...fields },
    });
  }

  /** When a result leaves its machine: mostly at once, now and then late and so out of order. */
  private leaves(at: number, name: string): number {
    const chance = this.floor.group(`late ${name}`) / 2 ** 32;
    return chance < LATE ? at + 1000 + Math.round((chance / LATE) * LATE_MS) : at;
  }
}
