import { MINUTE, HOUR, DAY } from '@cellthread/calendar';
import { itemCode } from '../plant/itemCode';
import { type PlantEquipment, type PlantLine } from '../plant/Plant';
import { type Crew } from './Crew';
import { type Feed } from '../lines/LineModel';
import { type Floor } from './Floor';
import { type Cell } from './Item';
import { type Quality } from './Quality';
import { type Route } from './Route';
import { type Shipping } from './Shipping';

const CHANGEOVER_MS = 20 * MINUTE;
const SETUP_CELLS = 2;
/** Cells of the thin past come in bursts of so many, so that trays make sense. */
const BURST = 20;

/** Shifts after which the product schedule of a flexible line repeats. */
const PERIOD = 8;

/** Starts cells on one line: product schedule, changeovers, what they are made of, identity. */
export class Launcher {
  private product = '';
  private sinceChange = Infinity;
  private lastShift = -1;
  private launched = 0;
  private readonly serials = new Map<string, number>();

  constructor(
    private readonly floor: Floor,
    private readonly line: PlantLine,
    private readonly feed: Feed,
    private readonly quality: Quality,
    private readonly route: Route,
    private readonly crew: Crew,
    private readonly shipping: Shipping,
    private readonly counter: { cells: number }
  ) {}

  /** Schedules the thin past and the full rate. */
  start(): void {
    const { floor } = this;
    const { startMs, sinceMs, thinCells } = floor.options;
    // A slow line had less of a past: half of what it can make at most.
    const cells = Math.min(thinCells, DAY / floor.plant.model.taktMs(this.line) / 2);
    const bursts = Math.max(1, Math.round(cells / BURST));
    const size = Math.max(1, Math.round(cells / bursts));
    for (let day = sinceMs; day < startMs - HOUR; day += DAY) {
      for (let burst = 0; burst < bursts; burst++) {
        const jitter = (floor.group(`burst ${this.line.id} ${day} ${burst}`) % 1000) / 1000;
        const at = Math.floor(day + ((burst + 0.1 + 0.8 * jitter) * DAY) / bursts);
        if (at < startMs - HOUR) {
          floor.begin();
          floor.schedule(at, () => this.next(at, size));
        }
      }
    }
    floor.begin();
    floor.schedule(startMs, () => this.next(startMs, Infinity));
  }

  /** Launches a cell now or when the line can, and plans the next; `left` counts a burst down. */
  private next(at: number, left: number): void {
    const { floor } = this;
    const thin = left !== Infinity;
    if (left <= 0 || (!thin && this.counter.cells >= floor.options.cells)) {
      floor.end();
      return;
    }
    const start = floor.nextRunning(this.line, at, true);
    if (start > at) {
      floor.schedule(start, () => this.next(start, left));
      return;
    }
    if (!this.feed.ready(at, () => this.next(floor.now, left))) {
      return;
    }
    const ready = this.setUp(at, thin);
    if (ready > at) {
      floor.schedule(ready, () => this.next(ready, left));
      return;
    }
    this.launch(at, thin);
    const then = at + floor.plant.model.taktMs(this.line);
    floor.schedule(then, () => this.next(then, left - 1));
  }

  /** Changes the product when the schedule says so; returns when the line is ready. */
  private setUp(at: number, thin: boolean): number {
    const product = this.scheduled(at);
    if (product === this.product) {
      return at;
    }
    const first = this.product === '';
    this.product = product;
    this.sinceChange = first ? Infinity : 0;
    if (first || thin) {
      return at;
    }
    const [equipment] = this.line.equipment.get(this.line.way[0]?.id ?? '') ?? [];
    const to = at + CHANGEOVER_MS;
    this.shipping.event(this.line, equipment as PlantEquipment, 'changeover', at, {
      text: `changeover to ${product}`,
      target_type: 'line',
      target_id: this.line.id,
      from_ms: at,
      to_ms: to,
    });
    this.changing?.(at, to, product);
    return to;
  }

  /** Told of changeovers: the machines show it. */
  changing?: (from: number, to: number, product: string) => void;

  /** The first line makes the first product only; the others change to the next one for two shifts of eight. */
  private scheduled(at: number): string {
    const { products, lines } = this.floor.plant;
    for (const fault of this.floor.options.faults) {
      const product = fault.makes?.(this.line, at);
      if (product !== undefined) {
        return product;
      }
    }
    const dedicated = lines[0]?.number === this.line.number;
    const phase = (this.crew.shift(at).number + 5 * this.line.number) % PERIOD;
    return products[!dedicated && phase >= PERIOD - 2 ? 1 % products.length : 0] as string;
  }

  private launch(at: number, thin: boolean): void {
    const { floor, line, product } = this;
    const { number: shift } = this.crew.shift(at);
    const date = floor.plant.calendar.clock.date(at);
    const day = `${date.year}-${date.month}-${date.day}`;
    const serial = (this.serials.get(day) ?? floor.options.epoch * 100_000) + 1;
    this.serials.set(day, serial);
    const id = itemCode(line.lead, product, line.number, date, serial, floor.plant.model.chemistry);
    const setup = this.sinceChange < SETUP_CELLS;
    const first = this.sinceChange === SETUP_CELLS || (shift !== this.lastShift && !thin);
    this.sinceChange += 1;
    this.lastShift = shift;
    const cell: Cell = {
      id,
      key: floor.group(id),
      number: ++this.launched,
      product,
      z: new Float64Array(floor.models.length),
      groups: {},
      line,
      runType: setup ? 'setup' : first ? 'first-piece' : 'production',
      workOrder: this.crew.workOrder(line, at),
      visits: new Uint8Array(floor.plant.stations.length),
      defect: -1,
      fate: 2,
      remake: -1,
      rolls: {},
      lots: new Map(),
      thin,
      compress: thin ? 1 : floor.options.compress,
      carrier: '',
      slot: 0,
    };
    if (!thin) {
      this.counter.cells += 1;
    }
    this.feed.supply(cell, at);
    if (cell.runType === 'production') {
      this.quality.assign(cell);
    }
    floor.begin();
    floor.options.faults.forEach((fault) => fault.launch?.(cell, at));
    this.route.arrive(cell, line.way[0], at);
  }
}
