import { rowTime } from '@cellthread/ingest';
import { type Equipment, type Plan, type Station } from '@cellthread/plan';
import { normals, random } from '@cellthread/stats';

export interface Day {
  plan: Plan;
  /** Cells that pass every cell station in so many hours from `fromMs`, ms since 1970. */
  cells: number;
  fromMs: number;
  hours: number;
}

const HOUR_MS = 3_600_000;
const TRAY = 256;
/** Cells to one record of a station whose item is none; records of one roll. */
const CELLS_AN_ITEM: Record<string, number> = { batch: 2000, roll: 30, module: 50, pack: 1000 };
const STRETCHES = 60;
const deviates = Float64Array.from({ length: 4096 }, normals(random(12345)));

/** What rows of one station on one line are made of. */
interface Place {
  station: Station;
  site: string;
  line: string;
  machines: Equipment[];
}

/**
 * The visits of some hours at all stations of a plan, in the order of their times, as Telegraf writes them: batches of at least `size`
 * lines, made as they are asked for. Cells go round the lines; a tray is told of when its last cell has come.
 */
export function* dayBatches({ plan, cells, fromMs, hours }: Day, size = 5000): Generator<string[]> {
  const lines = placesByLine(plan);
  let batch: string[] = [];
  for (let i = 0; i < cells; i++) {
    const of = i % lines.length;
    const k = Math.floor(i / lines.length);
    const ms = Math.floor(fromMs + (i * hours * HOUR_MS) / cells);
    for (const place of lines[of]!) {
      const every = CELLS_AN_ITEM[place.station.item];
      if (every !== undefined) {
        if (k % every === of % every) {
          batch.push(visitRow(place, of, Math.floor(k / every), ms));
        }
      } else if (place.station.time_resolution === 'ms') {
        batch.push(visitRow(place, of, k, ms));
      } else if (k >= TRAY && (k + of * 11) % TRAY === TRAY - 1) {
        for (let slot = 0; slot < TRAY; slot++) {
          batch.push(visitRow(place, of, k - TRAY + 1 + slot, ms, slot));
        }
      }
    }
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

function placesByLine(plan: Plan): Place[][] {
  const lines = new Map<string, Place[]>();
  for (const station of plan.stations) {
    for (const machine of plan.equipment.filter((e) => e.station === station.id)) {
      const { site, line } = machine;
      const of = lines.get(`${site}/${line}`) ?? [];
      lines.set(`${site}/${line}`, of);
      const place = of.find((p) => p.station === station);
      if (place) {
        place.machines.push(machine);
      } else {
        of.push({ station, site, line, machines: [machine] });
      }
    }
  }
  return [...lines.values()];
}

function visitRow({ station, site, line, machines }: Place, of: number, k: number, ms: number, slot?: number): string {
  const machine = machines[(slot === undefined ? k : Math.floor(k / TRAY)) % machines.length]!;
  const turn = slot ?? Math.floor(k / machines.length);
  const position = machine.positions[turn % Math.max(1, machine.positions.length)];
  const stretches = station.item === 'roll' ? STRETCHES : 1;
  const item = `${station.item.toUpperCase().slice(0, 4)}-${of}-${Math.floor(k / stretches)}`;
  const visit = (k % stretches) + 1;
  const noise = Math.imul(k * 31 + of, 2654435761) >>> 0;
  const values = station.characteristics.map(({ id, spec, expected, decimals }, n) => {
    const centre = expected?.mean ?? spec.target ?? spec.lsl ?? spec.usl ?? 0;
    return `${id}=${(centre + (expected?.sigma ?? 1) * deviates[(noise >>> (n * 3)) & 4095]!).toFixed(decimals)}`;
  });
  const lots = station.materials.map((name) => `,lot_${name}="${name}-${Math.floor(k / 2000)}"`).join('');
  const where = `${position === undefined ? '' : `,position="${position}"`}${slot === undefined ? '' : `,slot="${slot}"`}`;
  const id = station.item === 'cell' || station.item === 'tray' ? 'cell_id' : 'item_id';
  const identity = `${item}/${station.id}/${visit}/ok/${lots}/${values.join('/')}`;
  const at = rowTime(ms, station.time_resolution, identity, {
    item,
    ...(slot === undefined ? {} : { slot: String(slot) }),
  });
  return (
    `${station.id},equipment=${machine.id},line=${line},product=lfp-202,site=${site} ${id}="${item}"${lots},` +
    `operator="op-0${k % 9}",recipe="${station.id}-1",recipe_version="3",run_type="production",shift="A"${where},` +
    `source_ms=${ms}i,started_ms=${ms - 7000}i,received_ms=${ms + 400}i,${values.join(',')},verdict="ok",visit=${visit}i,` +
    `work_order="WO-${Math.floor(k / 2000)}" ${at}`
  );
}
