import { type PlantEquipment, type PlantStation } from '../../plant/Plant';
import { type Cell, type Lot, type Subject, type Visit } from '../../world/Item';
import { type Feed, type FeedParts } from '../LineModel';

/** How many of the next items one batch or roll is enough for. */
const ENOUGH: Readonly<Record<string, number>> = { batch: 5, roll: 100 };
/** A batch from which cells are made directly. */
const BATCH_ITEMS = 200;

interface Stock {
  kind: PlantStation['item'];
  stations: PlantStation[];
  items: (Lot & { left: number })[];
  making: boolean;
  serial: number;
  waiting: (() => void)[];
}

/** Batches and rolls of one line, each made a little ahead of when the next kind needs it. */
export class Upstream implements Feed {
  private readonly stocks: Stock[];

  constructor(private readonly parts: FeedParts) {
    const { line, floor } = parts;
    this.stocks = [...new Set(line.before.map(({ item }) => item))].map((kind) => ({
      kind,
      stations: line.before.filter(({ item }) => item === kind),
      items: [],
      making: false,
      serial: floor.options.epoch * 1000,
      waiting: [],
    }));
  }

  ready(at: number, then: () => void): boolean {
    return this.stocked(this.stocks.length - 1, at, then);
  }

  supply(item: Cell, at: number): void {
    const last = this.stocks.length - 1;
    const parent = this.take(last, at);
    const kind = this.stocks[last]?.kind;
    if (!parent || kind === undefined) {
      return;
    }
    item.groups[kind] = parent.key;
    this.edge(item.id, item.line.lead, parent.id, kind, this.parts.line.way[0], at);
  }

  /** Whether one of a kind is there; the next is begun when the last is nearly used up. */
  private stocked(k: number, at: number, then: () => void): boolean {
    const stock = this.stocks[k];
    if (!stock) {
      return true;
    }
    const left = stock.items.reduce((sum, item) => sum + item.left, 0);
    if (left <= this.enough(k) / 2 && !stock.making) {
      stock.making = true;
      this.make(k, at);
    }
    if (left === 0) {
      stock.waiting.push(then);
    }
    return left > 0;
  }

  private enough(k: number): number {
    const kind = this.stocks[k]?.kind ?? '';
    return kind === 'batch' && k === this.stocks.length - 1 ? BATCH_ITEMS : (ENOUGH[kind] ?? 1);
  }

  private take(k: number, at: number): Lot | undefined {
    const items = this.stocks[k]?.items ?? [];
    const [item] = items;
    if (item) {
      item.left -= 1;
      if (item.left === 0) {
        items.shift();
      }
      this.stocked(k, at, () => undefined);
    }
    return item;
  }

  /** Brings one item of a kind through its stations, when what it is made of is there. */
  private make(k: number, at: number): void {
    const { floor, line } = this.parts;
    if (!this.stocked(k - 1, at, () => this.make(k, floor.now))) {
      return;
    }
    const stock = this.stocks[k] as Stock;
    stock.serial += 1;
    const id = `${stock.kind.toUpperCase()}-${line.number + 1}-${String(stock.serial).padStart(5, '0')}`;
    const product = floor.plant.products[0] ?? '';
    const z = new Float64Array(floor.models.length);
    const subject: Subject = { id, key: floor.group(id), product, z, groups: {} };
    const parent = this.take(k - 1, at);
    const from = this.stocks[k - 1]?.kind;
    if (parent && from !== undefined) {
      subject.groups[from] = parent.key;
      this.edge(id, stock.kind, parent.id, from, stock.stations[0], at);
    }
    this.pass(stock, subject, 0, at);
  }

  private pass(stock: Stock, subject: Subject, n: number, at: number): void {
    const { floor, line, machines } = this.parts;
    const station = stock.stations[n];
    if (!station) {
      stock.items.push({ id: subject.id, key: subject.key, left: this.enough(this.stocks.indexOf(stock)) });
      stock.making = false;
      stock.waiting.splice(0).forEach((then) => then());
      return;
    }
    const { cycleS, waitS } = floor.plant.model.time(station, line);
    const place = machines.take(line, station, at + (n === 0 ? 0 : waitS * 1000), cycleS * 1000);
    floor.schedule(place.endMs, () => {
      this.record({
        ...place,
        subject,
        line,
        station,
        number: 1,
        runType: 'production',
        values: {},
        lots: {},
        verdict: 'ok',
      });
      this.pass(stock, subject, n + 1, place.endMs);
    });
  }

  private record(visit: Visit): void {
    const { bench, judge, shipping, supplies, floor } = this.parts;
    const { faults } = floor.options;
    for (const material of visit.station.materials) {
      const lot = supplies.take(visit.line, material, 1);
      visit.lots[material] = lot.id;
      visit.subject.groups[material] = lot.key;
      supplies.load(visit.line, visit.equipment, material, lot.id, visit.endMs);
    }
    const models = bench.modelsOf(visit.station);
    bench.make(visit, models);
    faults.forEach((fault) => fault.make?.(visit));
    bench.measure(visit, models);
    faults.forEach((fault) => fault.read?.(visit));
    judge.verdict(visit);
    shipping.visit(visit);
  }

  /** A roll is cut; a batch is used up. */
  private edge(
    child: string,
    childType: string,
    parent: string,
    parentType: string,
    station: PlantStation | undefined,
    at: number
  ): void {
    const { line, shipping } = this.parts;
    const [equipment] = line.equipment.get(station?.id ?? '') ?? [];
    shipping.edge(line, equipment as PlantEquipment, at, {
      relation: parentType === 'roll' ? 'cut_from' : 'consumes',
      child_id: child,
      child_type: childType,
      parent_id: parent,
      parent_type: parentType,
    });
  }
}
