import { HOUR } from '@cellthread/calendar';
import { type Defect } from '../lines/Defect';
import { type PlantLine, type PlantStation } from '../plant/Plant';
import { type Bench } from './Bench';
import { derive } from './derive';
import { type Environment } from './Environment';
import { type Floor } from './Floor';
import { type Command } from '../told/Told';
import { Gates, type Ways } from './held/Gates';
import { type Cell, type Visit } from './Item';
import { type Judge } from './Judge';
import { type Machines } from './Machines';
import { type Packs } from './Packs';
import { type Quality } from './Quality';
import { type Shipping } from './Shipping';
import { type Supplies } from './Supplies';
import { Trays } from './Trays';

export interface Parts {
  floor: Floor;
  bench: Bench;
  judge: Judge;
  machines: Machines;
  quality: Quality;
  shipping: Shipping;
  supplies: Supplies;
  environment: Environment;
  packs: Packs;
}

const REWORK_MS = 12 * 60_000;
const RETEST_MS = 45_000;
const MENDED = 'cleaned and measured again';
/** One item of the thin past stands for so many when lots are used up. */
const THIN_WEIGHT = 15;

/** Brings cells from station to station, with retests, rework and scrap. */
export class Route implements Ways {
  readonly gates: Gates;
  private readonly trays: Trays;

  constructor(private readonly parts: Parts) {
    this.trays = new Trays(parts, this);
    this.gates = new Gates(parts.floor, this);
  }

  /** The station after one on a line's way; undefined at its end. */
  after(line: PlantLine, station: PlantStation): PlantStation | undefined {
    return line.way[line.way.indexOf(station) + 1];
  }

  /** The cell is at a station's door, or at the end of its way. */
  arrive(cell: Cell, station: PlantStation | undefined, at: number): void {
    if (this.gates.pass(cell, station, at)) {
      this.enter(cell, station, at);
    }
  }

  enter(cell: Cell, station: PlantStation | undefined, at: number): void {
    cell.back = undefined;
    if (!station) {
      this.parts.packs.add(cell, at);
      this.gates.left(cell, cell.line.after.length > 0 ? 'built in' : 'at the end of the line');
      return;
    }
    cell.at = station;
    if (station.item === 'tray') {
      this.trays.board(cell, station, at);
    } else {
      this.serve(cell, station, at, false);
    }
  }

  /** Works on it at a station again; it passes the gate before `next` when that went well. */
  sendBack(cell: Cell, station: PlantStation, next: PlantStation | undefined, at: number, command: Command): void {
    const { defect, fate } = this.prospects(cell, station, command.characteristic ?? '');
    cell.back = { next };
    cell.at = station;
    this.rework(cell, station, at, fate === 1, defect?.note ?? MENDED);
  }

  /** A single cell at a station; `again` at the place it was at before. */
  serve(cell: Cell, station: PlantStation, at: number, again: boolean): void {
    const { floor, machines } = this.parts;
    const { cycleS, hours } = floor.plant.model.time(station, cell.line);
    const jitter = 0.96 + 0.08 * this.parts.bench.start(station, cell, cell.visits[station.index] as number).uniform();
    const cycleMs = hours === undefined ? cycleS * 1000 * jitter : (hours * HOUR) / cell.compress;
    const same = again && cell.equipment ? { equipment: cell.equipment, position: cell.position } : undefined;
    const place = machines.take(cell.line, station, at, Math.round(cycleMs), same);
    floor.schedule(place.endMs, () => {
      const visit = this.visit(cell, station, place);
      this.work(visit);
      this.finish(visit);
    });
  }

  visit(
    cell: Cell,
    station: PlantStation,
    place: Pick<Visit, 'equipment' | 'position' | 'startedMs' | 'endMs'>
  ): Visit {
    const number = (cell.visits[station.index] as number) + 1;
    cell.visits[station.index] = number;
    cell.at = station;
    cell.equipment = place.equipment;
    cell.position = place.position?.id;
    const { note } = cell;
    cell.note = undefined;
    return {
      note,
      subject: cell,
      cell,
      line: cell.line,
      station,
      equipment: place.equipment,
      position: place.position,
      number,
      startedMs: Math.round(place.startedMs),
      endMs: Math.round(place.endMs),
      runType: cell.runType,
      values: {},
      lots: {},
      verdict: 'ok',
      carrier: cell.carrier === '' ? undefined : cell.carrier,
      slot: cell.slot > 0 ? cell.slot : undefined,
    };
  }

  /** Makes and measures; the verdict comes with `finish`. */
  work(visit: Visit): void {
    const { bench, quality, floor, environment } = this.parts;
    const { station, cell } = visit;
    const models = bench.modelsOf(station);
    if (cell && (visit.number === 1 || cell.remake === station.index)) {
      this.load(visit, cell);
      cell.lots.set(station.index, visit.lots);
      bench.make(visit, models);
      quality.make(visit);
      floor.options.faults.forEach((fault) => fault.make?.(visit));
      cell.remake = -1;
    }
    visit.lots = cell?.lots.get(station.index) ?? visit.lots;
    bench.measure(visit, models);
    derive(visit, models, bench, environment);
    quality.read(visit);
    floor.options.faults.forEach((fault) => fault.read?.(visit));
  }

  /** Verdict, message, and where the cell goes from here. */
  finish(visit: Visit): void {
    const { judge, shipping } = this.parts;
    const cell = visit.cell as Cell;
    judge.verdict(visit);
    shipping.visit(visit);
    this.next(visit, cell);
  }

  private next(visit: Visit, cell: Cell): void {
    const { floor, shipping } = this.parts;
    const { station, endMs, line, equipment, verdict } = visit;
    if (verdict === 'ok') {
      if (cell.runType === 'setup' && station.id === floor.plant.model.setupLeaves) {
        shipping.event(line, equipment, 'scrap', endMs, this.about(cell, 'set-up part', 'scrap'));
        this.gates.left(cell, 'scrapped');
        return;
      }
      this.proceed(cell, endMs);
      return;
    }
    if (verdict === 'retest') {
      const at = endMs + RETEST_MS;
      floor.schedule(at, () => this.serve(cell, station, at, true));
      return;
    }
    if (cell.runType !== 'setup' && this.isMesOff(endMs)) {
      cell.failedMs = endMs;
      if (this.gates.pass(cell, this.gates.ahead(cell), endMs)) {
        this.proceed(cell, endMs);
      }
      return;
    }
    const cause = (visit.reason ?? '').split(' ')[0] ?? '';
    const { defect, fate } = this.prospects(cell, station, cause);
    if (fate === 2 || visit.number > 5) {
      shipping.event(line, equipment, 'scrap', endMs, {
        ...this.about(cell, `scrapped at ${station.id}: ${cause} out of spec`, 'scrap'),
        characteristic: cause,
      });
      this.gates.left(cell, 'scrapped');
      return;
    }
    const text = defect?.note ?? MENDED;
    shipping.event(line, equipment, 'rework', endMs, {
      ...this.about(cell, text, 'rework'),
      characteristic: cause,
    });
    this.rework(cell, station, endMs, fate === 1, text);
  }

  /** What is wrong with it, and how it will end: 0 a false alarm, 1 mended, 2 lost. */
  private prospects(cell: Cell, station: PlantStation, cause: string): { defect?: Defect; fate: Cell['fate'] } {
    const { defects } = this.parts.floor.plant.model;
    const defect =
      defects[cell.defect] ??
      defects.find((d) => d.characteristic === cause && (d.station ?? station.id) === station.id);
    const mendable = cell.key % 2 === 0 && (defect?.mended ?? 0) > 0;
    return { defect, fate: cell.defect >= 0 ? cell.fate : mendable ? 1 : 2 };
  }

  private rework(cell: Cell, station: PlantStation, from: number, mended: boolean, text: string): void {
    if (mended) {
      cell.defect = -1;
      cell.remake = station.index;
    }
    const at = from + REWORK_MS;
    this.parts.floor.schedule(at, () => {
      cell.note = text;
      this.serve(cell, station, at, false);
    });
  }

  private isMesOff(at: number): boolean {
    const { mesOff = [] } = this.parts.floor.options;
    return mesOff.some(({ fromMs, toMs }) => at >= fromMs && at < (toMs ?? Infinity));
  }

  /** From the station it is at to the next gate. */
  proceed(cell: Cell, at: number): void {
    const { floor } = this.parts;
    const { line } = cell;
    const next = this.gates.ahead(cell);
    const door = next ?? line.after[0];
    const arrival = at + (door ? floor.plant.model.time(door, line).waitS * 1000 : 0);
    floor.schedule(arrival, () => this.arrive(cell, next, arrival));
  }

  /** Takes the lots a station consumes. */
  private load(visit: Visit, cell: Cell): void {
    const { supplies } = this.parts;
    const { station, line, equipment, endMs } = visit;
    this.parts.floor.options.faults.forEach((fault) => fault.beforeLoad?.(visit, supplies));
    for (const material of station.materials) {
      const roll = cell.rolls[material];
      const lot = roll ?? supplies.take(line, material, cell.thin ? THIN_WEIGHT : 1);
      visit.lots[material] = lot.id;
      if (!roll) {
        cell.groups[material] = lot.key;
      }
      supplies.load(line, equipment, material, lot.id, endMs, roll ? 'roll' : 'lot');
    }
  }

  private about(cell: Cell, text: string, disposition: string): Record<string, unknown> {
    return { item_id: cell.id, target_type: cell.line.lead, target_id: cell.id, text, disposition };
  }
}
