import { HOUR } from '@cellthread/calendar';
import {
  type Fault,
  faultKindOf,
  type Message,
  type Plant,
  type PlantLine,
  type Truth,
  world,
} from '@cellthread/simulator';
import { breakingEvents } from '@cellthread/vocabulary';

/** One run of a line: so many hours from a moment on, with a fault in a part of them or none. */
export interface Run {
  seed: number;
  startMs: number;
  hours: number;
  /** Times as many items as the line makes (default 1). */
  rate?: number;
  /** The only lines that run (default all): none touches another. */
  lines?: readonly string[];
  /** The last station that items come to (default: the last there is). */
  lastStation?: string;
  /** None: nothing is wrong. */
  faults?: readonly FaultRun[];
}

/** A fault in a part of a run; without a place at its usual one. */
export interface FaultRun {
  id: string;
  place?: string;
  fromHour: number;
  toHour: number;
}

/** A first visit, or a stretch of a roll, as the judge reads it: JSON of a `Visit`; or what was done to a machine: JSON of a `Done`. */
export interface Row {
  timeMs: number;
  text: string;
  done?: true;
}

/** Where what is measured is told apart. */
export interface Stream {
  site: string;
  line: string;
  station: string;
  equipment: string;
  position: string;
  product: string;
}

export interface Visit extends Stream {
  timeMs: number;
  /** What was measured, and the lots that went into it. */
  item: string;
  lots: Record<string, string>;
  verdict: string;
  values: Record<string, number>;
}

/** An event after which monitors begin anew, with what it says of where. */
interface Done extends Omit<Stream, 'product'> {
  timeMs: number;
  event: string;
  target_type?: string;
  target_id?: string;
}

/** Rows of each station of a line, in the order in which they were measured or done. */
export type Records = ReadonlyMap<string, readonly Row[]>;

/** What tells the stations of all lines apart. */
export const placeOf = ({ line, station }: Pick<Visit, 'line' | 'station'>): string => `${line} ${station}`;

/** The first production visits of a run, of rolls all stretches, and what was done to machines, from a moment on; and what really happened. */
export function simulate(plant: Plant, run: Run, sinceMs = -Infinity): { records: Records; truths: Truth[] } {
  const { messages, faults } = messagesOf(plant, run);
  return { records: recordsOf(plant, messages, sinceMs), truths: faults.map((fault) => fault.truth()) };
}

/** The first production visits among messages, of rolls all stretches, and what was done to machines, from a moment on. */
export function recordsOf(plant: Plant, messages: Iterable<Message>, sinceMs = -Infinity): Records {
  const records = new Map<string, Row[]>();
  const inStretches = new Set(plant.stations.filter(({ item }) => item === 'roll').map(({ id }) => id));
  for (const { topic, payload } of messages) {
    const result = payload as unknown as Result;
    if (result.timestamp_ms < sinceMs) {
      continue;
    }
    const done = doneOf(topic, result);
    const row = done ?? visitOf(topic, result, inStretches);
    if (row) {
      const place = placeOf(row);
      const rows = records.get(place) ?? [];
      records.set(place, rows);
      rows.push({ timeMs: row.timeMs, text: JSON.stringify(row), ...(done && { done: true }) });
    }
  }
  records.forEach((rows) => rows.sort((a, b) => a.timeMs - b.timeMs));
  return records;
}

/** All that is sent in a run, in the order in which it leaves, and its faults, which know the truth once all was taken. */
export function messagesOf(plant: Plant, run: Run): { messages: Iterable<Message>; faults: Fault[] } {
  const own = { ...plant, lines: plant.lines.filter(({ id }) => run.lines?.includes(id) ?? true).map(shortened(run)) };
  const faults = (run.faults ?? []).map((fault) => faultOf(plant, run, fault));
  const untilMs = run.startMs + run.hours * HOUR;
  return { messages: until(untilMs, world(own, run.seed, optionsOf(run, untilMs, faults))), faults };
}

const shortened =
  ({ lastStation }: Run) =>
  (line: PlantLine): PlantLine => {
    const last = line.way.findIndex(({ id }) => id === lastStation);
    return last < 0 ? line : { ...line, way: line.way.slice(0, last + 1), after: [] };
  };

function* until(untilMs: number, messages: Iterable<Message>): Generator<Message> {
  for (const message of messages) {
    if (message.timeMs > untilMs) {
      return;
    }
    yield message;
  }
}

/** A fault of a run as it begins. */
export function faultOf(
  plant: Plant,
  { seed, startMs }: Pick<Run, 'seed' | 'startMs'>,
  { id, place, fromHour, toHour }: FaultRun
): Fault {
  const [fromMs, toMs] = [fromHour, toHour].map((hour) => startMs + Math.round(hour * HOUR)) as [number, number];
  return faultKindOf(plant, id).start({ plant, seed, fromMs, toMs, place });
}

const optionsOf = ({ startMs, rate }: Run, untilMs: number, faults: Fault[]) => ({
  startMs,
  liveMs: untilMs,
  sinceMs: startMs,
  thinCells: 0,
  compress: 150,
  cells: Infinity,
  defects: 1,
  epoch: 0,
  rate,
  faults,
});

/** What a station says of a visit, or anyone of what was done. */
interface Result extends Pick<Done, 'target_type' | 'target_id'> {
  timestamp_ms: number;
  station?: string;
  equipment?: string;
  cell_id?: string;
  item_id?: string;
  visit: number;
  verdict: string;
  run_type?: string;
  product: string;
  position?: string;
  lane?: string;
  lots?: Record<string, string>;
  values?: Record<string, number | boolean | string>;
}

function visitOf(topic: string, result: Result, inStretches: ReadonlySet<string>): Visit | undefined {
  const [, , , site = '', , line = '', equipment = '', contract, station = ''] = topic.split('/');
  const { visit, run_type = 'production', verdict, values } = result;
  if (
    contract !== '_cellresult' ||
    (visit !== 1 && !inStretches.has(station)) ||
    run_type !== 'production' ||
    !values
  ) {
    return undefined;
  }
  return {
    timeMs: result.timestamp_ms,
    site,
    line,
    station,
    equipment,
    position: result.position ?? result.lane ?? '',
    product: result.product,
    item: result.item_id ?? result.cell_id ?? '',
    lots: result.lots ?? {},
    verdict,
    values: numbersOf(values),
  };
}

function doneOf(topic: string, { timestamp_ms, target_type, target_id, ...says }: Result): Done | undefined {
  const [, , , site = '', , line = '', equipment = '', contract, event = ''] = topic.split('/');
  return contract === '_event' && (breakingEvents as readonly string[]).includes(event) && says.station !== undefined
    ? {
        timeMs: timestamp_ms,
        site,
        line,
        station: says.station,
        equipment: says.equipment ?? equipment,
        position: says.position ?? '',
        event,
        target_type,
        target_id,
      }
    : undefined;
}

function numbersOf(values: Record<string, number | boolean | string>): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const name in values) {
    const value = values[name]!;
    if (typeof value !== 'string') {
      numbers[name] = Number(value);
    }
  }
  return numbers;
}
