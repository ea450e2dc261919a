import { HOUR, MINUTE } from '@cellthread/calendar';
import { type PlantEquipment, type PlantStation } from '../plant/Plant';
import { rounded, valueOf } from '../process/Model';
import { type Cell, type Visit } from './Item';
import { type Parts, type Route } from './Route';

export const TRAY_CELLS = 32;
/** So many positions of a machine are channels of single cells; fewer are shelves. */
const CHANNELS = 16;
/** A tray that does not fill leaves after this (real time), or after the time that so many cells take and a fifth. */
const PATIENCE = 12 * MINUTE;
const UNLOAD_MS = 4000;

interface Tray {
  id: string;
  key: number;
  cells: Cell[];
  line: Cell['line'];
  compress: number;
  gone: boolean;
}

/** Trays: cells gather, go through one or more tray stations together, and are unloaded one by one. */
export class Trays {
  private readonly loading = new Map<string, Tray>();
  private readonly serials = new Map<string, number>();
  private readonly turns = new Map<string, number>();
  private readonly filled = new Map<string, number>();

  constructor(
    private readonly parts: Parts,
    private readonly route: Route
  ) {}

  board(cell: Cell, station: PlantStation, at: number): void {
    const { floor, shipping } = this.parts;
    const key = `${cell.line.id} ${station.id} ${cell.thin} ${cell.product}`;
    let tray = this.loading.get(key);
    if (!tray) {
      tray = this.fresh(cell);
      const opened = tray;
      this.loading.set(key, opened);
      floor.schedule(at + Math.max(PATIENCE, 1.2 * TRAY_CELLS * floor.plant.model.taktMs(cell.line)), () =>
        this.depart(key, opened, station)
      );
    }
    tray.cells.push(cell);
    cell.carrier = tray.id;
    cell.slot = tray.cells.length;
    cell.groups.tray = tray.key;
    const [equipment] = cell.line.equipment.get(station.id) ?? [];
    shipping.edge(cell.line, equipment as PlantEquipment, at, {
      relation: 'carried_by',
      child_id: cell.id,
      child_type: 'cell',
      parent_id: tray.id,
      parent_type: 'tray',
      quantity: 1,
      unit: 'piece',
    });
    if (tray.cells.length === TRAY_CELLS) {
      this.depart(key, tray, station);
    }
  }

  private fresh(cell: Cell): Tray {
    const { line } = cell;
    const { floor } = this.parts;
    const serial = (this.serials.get(line.id) ?? floor.options.epoch * 1000) + 1;
    this.serials.set(line.id, serial);
    const id = `TRAY-${line.number + 1}${String(serial).padStart(5, '0')}`;
    return { id, key: floor.group(id), cells: [], line, compress: cell.compress, gone: false };
  }

  private depart(key: string, tray: Tray, station: PlantStation): void {
    if (tray.gone) {
      return;
    }
    tray.gone = true;
    this.loading.delete(key);
    this.enter(tray, station, this.parts.floor.now);
  }

  private enter(tray: Tray, station: PlantStation, at: number): void {
    const { floor, bench, environment } = this.parts;
    const equipment = this.machine(tray, station);
    const placeOf = this.places(equipment, station);
    environment.imprint(tray.cells);
    const jitter = bench.start(station, { ...(tray.cells[0] as Cell), key: tray.key }, 1).normal();
    const hours = (floor.plant.model.time(station, tray.line).hours ?? 1) * (1 + 0.01 * jitter);
    const visits = tray.cells.map((cell) =>
      this.route.visit(cell, station, {
        equipment,
        position: placeOf(cell.slot),
        startedMs: at,
        endMs: at,
      })
    );
    const end = at + Math.round(this.stay(visits, station, hours) * (HOUR / tray.compress));
    floor.schedule(end, () => {
      visits.forEach((visit) => {
        visit.endMs = end;
        this.route.work(visit);
      });
      this.deviations(visits, station);
      tray.cells = visits.filter((visit, i) => this.stays(station, visit, i)).map(({ cell }) => cell as Cell);
      const next = this.route.after(tray.line, station);
      if (next?.item === 'tray' && tray.cells.length > 0) {
        const then = end + floor.plant.model.time(next, tray.line).waitS * 1000;
        floor.schedule(then, () => {
          tray.cells = tray.cells.filter((cell) => this.route.gates.pass(cell, next, then));
          if (tray.cells.length > 0) {
            this.enter(tray, next, then);
          }
        });
      }
    });
  }

  /** Sends the visit; false when the cell leaves the tray here: all at the end of a leg, earlier only bad ones. */
  private stays(station: PlantStation, visit: Visit, place: number): boolean {
    const { judge, shipping } = this.parts;
    judge.verdict(visit);
    if (visit.verdict !== 'ok') {
      this.route.finish(visit);
      return false;
    }
    shipping.visit(visit);
    if (this.route.after(visit.line, station)?.item === 'tray') {
      return true;
    }
    this.route.proceed(visit.cell as Cell, visit.endMs + place * UNLOAD_MS);
    return false;
  }

  /** OCV against the tray's median: known only when all are measured. */
  private deviations(visits: readonly Visit[], station: PlantStation): void {
    for (const model of this.parts.bench.modelsOf(station)) {
      const { derived, id, resolution } = model.characteristic;
      if (derived?.formula !== 'tray_median_deviation') {
        continue;
      }
      const from = derived.from[0] as string;
      const sorted = visits.flatMap(({ values }) => values[from] ?? []).sort((a, b) => a - b);
      const half = sorted.length >> 1;
      const median = sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
      for (const { values } of visits) {
        const value = values[from];
        if (value !== undefined) {
          values[id] = rounded((value - median) * derived.scale, resolution);
        }
      }
    }
  }

  /** A tray stays as long as the value says that tells how long it stays; others as planned. Hours. */
  private stay(visits: readonly Visit[], station: PlantStation, hours: number): number {
    const { bench, floor } = this.parts;
    const model = bench.modelsOf(station).find(({ characteristic }) => characteristic.id === floor.plant.model.stay);
    const [first] = visits;
    if (!model || !first) {
      return hours;
    }
    bench.make(first, [model]);
    const z = first.subject.z[model.index] as number;
    return Math.max(1, valueOf(model, bench.scale(model, first.subject.product), z));
  }

  /** Machines take turns. */
  private machine(tray: Tray, station: PlantStation): PlantEquipment {
    const machines = tray.line.equipment.get(station.id) ?? [];
    const key = `${tray.line.id} ${station.id}`;
    const turn = this.turns.get(key) ?? 0;
    this.turns.set(key, turn + 1);
    return machines[turn % machines.length] as PlantEquipment;
  }

  /**
   * Where the cells of the next tray are, by slot: each at a channel of its own where there are as many for a tray, whole
   * trays on shelves or racks where there are few. Trays fill a machine one after the other.
   */
  private places({ id, positions }: PlantEquipment, station: PlantStation): (slot: number) => Visit['position'] {
    const key = `${id} ${station.id}`;
    const turn = this.filled.get(key) ?? 0;
    this.filled.set(key, turn + 1);
    const count = Math.max(1, positions.length);
    const channels = count >= CHANNELS;
    return (slot) => positions[(channels ? turn * TRAY_CELLS + slot - 1 : turn) % count];
  }
}
