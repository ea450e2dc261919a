import { cellCode } from '../plant/cellCode';
import { type PlantLine, type PlantStation } from '../plant/Plant';
import { type Bench } from './Bench';
import { type Floor } from './Floor';
import { type Cell, type Subject, type Visit } from './Item';
import { type Judge } from './Judge';
import { type Machines } from './Machines';
import { type Shipping } from './Shipping';
import { stationTime } from '../lines/lfp-prismatic/stationTimes';
import { type Supplies } from './Supplies';

const MODULE_CELLS = 16;
const PACK_MODULES = 8;

/** Cells become modules, modules packs. */
export class Packs {
  private readonly waiting = new Map<string, Subject[]>();
  private readonly serials = new Map<string, number>();

  constructor(
    private readonly floor: Floor,
    private readonly bench: Bench,
    private readonly judge: Judge,
    private readonly machines: Machines,
    private readonly supplies: Supplies,
    private readonly shipping: Shipping
  ) {}

  add(cell: Cell, station: PlantStation, at: number): void {
    this.collect(cell, cell.line, station, at, 'M', MODULE_CELLS);
  }

  private collect(
    part: Subject,
    line: PlantLine,
    station: PlantStation,
    at: number,
    level: 'M' | 'P',
    size: number
  ): void {
    const key = `${line.id} ${level} ${part.product}`;
    const parts = this.waiting.get(key) ?? [];
    this.waiting.set(key, parts);
    parts.push(part);
    if (parts.length === size) {
      this.waiting.delete(key);
      this.build(parts, line, station, at, level);
    }
  }

  private build(parts: Subject[], line: PlantLine, station: PlantStation, at: number, level: 'M' | 'P'): void {
    const { floor, machines } = this;
    const place = machines.take(line, station, at, stationTime(station.id).cycleS * 1000);
    const product = (parts[0] as Subject).product;
    floor.begin();
    floor.schedule(place.endMs, () => {
      const id = this.code(level, product, line, place.endMs);
      const z = new Float64Array(floor.models.length);
      const subject: Subject = { id, key: floor.group(id), product, z, groups: {} };
      this.visit(subject, line, station, place, 1);
      for (const part of parts) {
        this.shipping.edge(line, place.equipment, place.endMs, {
          relation: 'contains',
          child_id: part.id,
          child_type: level === 'M' ? 'cell' : 'module',
          parent_id: id,
          parent_type: level === 'M' ? 'module' : 'pack',
          quantity: 1,
          unit: 'piece',
        });
      }
      const next = floor.plant.stations[station.index + 1];
      if (level === 'M' && next?.item === 'pack') {
        this.collect(subject, line, next, place.endMs + stationTime(next.id).waitS * 1000, 'P', PACK_MODULES);
      }
      floor.end();
    });
  }

  private visit(
    subject: Subject,
    line: PlantLine,
    station: PlantStation,
    place: ReturnType<Machines['take']>,
    number: number
  ): void {
    const visit: Visit = {
      ...place,
      subject,
      line,
      station,
      number,
      runType: 'production',
      values: {},
      lots: {},
      verdict: 'ok',
    };
    for (const material of station.materials) {
      const lot = this.supplies.take(line, material, 1);
      visit.lots[material] = lot.id;
      subject.groups.busbar = lot.key;
      this.supplies.load(line, place.equipment, material, lot.id, place.endMs);
    }
    const models = this.bench.modelsOf(station);
    this.bench.make(visit, models);
    this.floor.options.faults.forEach((fault) => fault.make?.(visit));
    this.bench.measure(visit, models);
    this.floor.options.faults.forEach((fault) => fault.read?.(visit));
    this.judge.verdict(visit);
    this.shipping.visit(visit);
  }

  private code(level: 'M' | 'P', product: string, line: PlantLine, at: number): string {
    const date = this.floor.plant.calendar.clock.date(at);
    const day = `${line.id} ${level} ${date.year}-${date.month}-${date.day}`;
    const serial = (this.serials.get(day) ?? this.floor.options.epoch * 10_000) + 1;
    this.serials.set(day, serial);
    return cellCode(level, product, line.number, date, serial);
  }
}
