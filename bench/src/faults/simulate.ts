import { type Fault, faultKindOf, type Plant, type Truth, world } from '@cellthread/simulator';

const HOUR = 3_600_000;

/** One run of a line: so many hours from a moment on, with a fault in a part of them or none. */
export interface Run {
  seed: number;
  startMs: number;
  hours: number;
  /** Left out: nothing is wrong. */
  fault?: { id: string; place?: string; fromHour: number; toHour: number };
}

/** A first visit, or a stretch of a roll, as the judge reads it. */
export interface Row {
  timeMs: number;
  site: string;
  line: string;
  station: string;
  equipment: string;
  position: string;
  product: string;
  /** What was measured, and the lots that went into it. */
  item: string;
  lots: Record<string, string>;
  verdict: string;
  values: Record<string, number>;
}

/** The first production visits of a run, of rolls all stretches, in the order in which they were measured; and what really happened. */
export function simulate(plant: Plant, { seed, startMs, hours, fault }: Run): { rows: Row[]; truth?: Truth } {
  const faults: Fault[] = [];
  if (fault) {
    const { id, fromHour, toHour, ...place } = fault;
    const [fromMs, toMs] = [startMs + fromHour * HOUR, startMs + toHour * HOUR];
    faults.push(faultKindOf(plant, id).start({ plant, seed, fromMs, toMs, ...place }));
  }
  const untilMs = startMs + hours * HOUR;
  const rows: Row[] = [];
  const inStretches = new Set(plant.stations.filter(({ item }) => item === 'roll').map(({ id }) => id));
  for (const { topic, payload, timeMs } of world(plant, seed, optionsOf(startMs, untilMs, faults))) {
    if (timeMs > untilMs) {
      break;
    }
    const row = rowOf(topic, payload as unknown as Result, inStretches);
    if (row) {
      rows.push(row);
    }
  }
  rows.sort((a, b) => a.timeMs - b.timeMs);
  return { rows, truth: faults[0]?.truth() };
}

const optionsOf = (startMs: number, untilMs: number, faults: Fault[]) => ({
  startMs,
  liveMs: untilMs,
  sinceMs: startMs,
  thinCells: 0,
  compress: 150,
  cells: Infinity,
  defects: 1,
  epoch: 0,
  faults,
});

/** What a station says of a visit. */
interface Result {
  timestamp_ms: number;
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

function rowOf(topic: string, result: Result, inStretches: ReadonlySet<string>): Row | undefined {
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
    values: Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [] : [[name, Number(value)]]))
    ),
  };
}
