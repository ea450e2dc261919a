import { itemCode } from '../plant/itemCode';
import { type PlantLine, type PlantStation } from '../plant/Plant';
import { type Bench } from './Bench';
import { type Floor } from './Floor';
import { type Cell, type Subject, type Visit } from './Item';
import { type Judge } from './Judge';
import { type Machines } from './Machines';
import { type Shipping } from './Shipping';
import { type Supplies } from './Supplies';

type Kind = PlantLine['lead'];
type Place = ReturnType<Machines['take']>;

/** Parts of one kind that go into the next larger item. */
const PARTS: Partial<Record<Kind, number>> = { cell: 16, module: 8 };

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

  /** An item at the end of its way goes into the next larger one, if the line builds any. */
  add(item: Cell, at: number): void {
    const [station] = item.line.after;
    if (station) {
      this.collect(item, item.line.lead, item.line, station, at);
    }
  }

  private collect(part: Subject, kind: Kind, line: PlantLine, station: PlantStation, at: number): void {
    const key = `${line.id} ${station.item} ${part.product}`;
    const parts = this.waiting.get(key) ?? [];
    this.waiting.set(key, parts);
    parts.push(part);
    if (parts.length === PARTS[kind]) {
      this.waiting.delete(key);
      this.build(parts, kind, line, station, at);
    }
  }

  private build(parts: Subject[], kind: Kind, line: PlantLine, station: PlantStation, at: number): void {
    const { floor } = this;
    const { product } = parts[0] as Subject;
    this.work(line, station, at, (place) => {
      const id = this.code(station.item as Kind, product, line, place.endMs);
      const subject: Subject = {
        id,
        key: floor.group(id),
        product,
        z: new Float64Array(floor.models.length),
        groups: {},
      };
      this.visit(subject, line, station, place, 1);
      for (const part of parts) {
        this.shipping.edge(line, place.equipment, place.endMs, {
          relation: 'contains',
          child_id: part.id,
          child_type: kind,
          parent_id: id,
          parent_type: station.item,
          quantity: 1,
          unit: 'piece',
        });
      }
      this.proceed(subject, line, station, place.endMs);
    });
  }

  /** On to the next station of the same kind, or into the next larger item. */
  private proceed(subject: Subject, line: PlantLine, station: PlantStation, at: number): void {
    const next = line.after[line.after.indexOf(station) + 1];
    if (!next) {
      return;
    }
    const then = at + this.floor.plant.model.time(next, line).waitS * 1000;
    if (next.item !== station.item) {
      this.collect(subject, station.item as Kind, line, next, then);
      return;
    }
    this.work(line, next, then, (place) => {
      this.visit(subject, line, next, place, 1);
      this.proceed(subject, line, next, place.endMs);
    });
  }

  /** Takes a machine for a cycle; `done` is called at its end. */
  private work(line: PlantLine, station: PlantStation, at: number, done: (place: Place) => void): void {
    const { floor, machines } = this;
    const place = machines.take(line, station, at, floor.plant.model.time(station, line).cycleS * 1000);
    floor.begin();
    floor.schedule(place.endMs, () => {
      done(place);
      floor.end();
    });
  }

  private visit(subject: Subject, line: PlantLine, station: PlantStation, place: Place, number: number): void {
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
      subject.groups[material] = lot.key;
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

  private code(kind: Kind, product: string, line: PlantLine, at: number): string {
    const date = this.floor.plant.calendar.clock.date(at);
    const day = `${line.id} ${kind} ${date.year}-${date.month}-${date.day}`;
    const serial = (this.serials.get(day) ?? this.floor.options.epoch * 10_000) + 1;
    this.serials.set(day, serial);
    return itemCode(kind, product, line.number, date, serial, this.floor.plant.model.chemistry);
  }
}
