import { MINUTE } from '@cellthread/calendar';
import { type PlantLine, type PlantStation } from '../../plant/Plant';
import { type Bench } from '../../world/Bench';
import { type Floor } from '../../world/Floor';
import { type Lot, type Subject, type Visit } from '../../world/Item';
import { type Judge } from '../../world/Judge';
import {
  CELL_M,
  laneName,
  LANES,
  type MotherRoll,
  type Polarity,
  polarityOf,
  ROLL_M,
  rollMaterial,
  SEGMENTS,
  type SlitRoll,
} from './Roll';
import { type Shipping } from '../../world/Shipping';
import { type Supplies } from '../../world/Supplies';

/** How long a batch or a roll takes at the usual rate, ms. */
const DURATIONS = {
  mixing: 180 * MINUTE,
  coating: 12 * MINUTE,
  laboratory: 4 * MINUTE,
  calendering: 9 * MINUTE,
  slitting: 3 * MINUTE,
  notching: 3 * MINUTE,
};
/** Cells out of one batch of slurry and slit rolls kept ready: enough that a line never waits. */
const BATCH_CELLS = 950;
const ROLLS_READY = 9;
const BATCHES_READY = 2;
/** Memory of the web from one stretch to the next. */
const WEB = 0.6;

/** A batch of slurry, and what it was mixed of. */
interface Batch extends Lot {
  groups: Subject['groups'];
}

interface Stock {
  rolls: SlitRoll[];
  coming: number;
  batches: { batch: Batch; cells: number }[];
  mixing: number;
  serial: number;
  batchSerial: number;
  waiting: (() => void)[];
}

/** Mixing to notching of one line: batches become mother rolls become slit rolls, ahead of what stacking needs. */
export class Electrodes {
  private readonly stocks: Record<Polarity, Stock>;
  private readonly stations = new Map<string, PlantStation>();
  private readonly lasts = { ...DURATIONS };

  constructor(
    private readonly floor: Floor,
    private readonly line: PlantLine,
    private readonly bench: Bench,
    private readonly judge: Judge,
    private readonly supplies: Supplies,
    private readonly shipping: Shipping
  ) {
    const stock = (): Stock => ({
      rolls: [],
      coming: 0,
      batches: [],
      mixing: 0,
      serial: floor.options.epoch * 100,
      batchSerial: floor.options.epoch * 100,
      waiting: [],
    });
    this.stocks = { c: stock(), a: stock() };
    for (const step of Object.keys(DURATIONS) as (keyof typeof DURATIONS)[]) {
      this.lasts[step] = SEGMENTS * Math.round(DURATIONS[step] / SEGMENTS / (floor.options.rate ?? 1));
    }
    floor.plant.stations.forEach((station) => this.stations.set(station.id, station));
  }

  /** Whether both polarities are there for one cell; if not, `then` is called once when more has come. */
  ready(at: number, then: () => void): boolean {
    this.replenish('c', at);
    this.replenish('a', at);
    const lacking = [this.stocks.c, this.stocks.a].find(({ rolls }) => rolls.length === 0);
    lacking?.waiting.push(then);
    return !lacking;
  }

  /** Takes one cell's electrode: one stretch, or two where a roll ends. `weight` times as much is used up. */
  take(polarity: Polarity, weight: number): { roll: SlitRoll; fromM: number; toM: number }[] {
    const { rolls } = this.stocks[polarity];
    const taken: { roll: SlitRoll; fromM: number; toM: number }[] = [];
    let need = CELL_M;
    while (need > 0 && rolls[0]) {
      const roll = rolls[0];
      const piece = Math.min(need, ROLL_M - roll.usedM);
      taken.push({ roll, fromM: roll.usedM, toM: roll.usedM + piece });
      roll.usedM += piece;
      need -= piece;
      if (need === 0) {
        roll.usedM = Math.min(ROLL_M, roll.usedM + (weight - 1) * CELL_M);
      }
      if (roll.usedM >= ROLL_M) {
        rolls.shift();
      }
    }
    return taken;
  }

  private replenish(polarity: Polarity, at: number): void {
    const stock = this.stocks[polarity];
    while (stock.rolls.length + stock.coming < ROLLS_READY) {
      stock.coming += LANES;
      this.coat(polarity, at);
    }
  }

  private batch(polarity: Polarity, at: number): Batch {
    const stock = this.stocks[polarity];
    if (stock.batches.length === 0) {
      stock.batches.push({ batch: this.mix(polarity, at), cells: BATCH_CELLS });
    }
    const first = stock.batches[0] as Stock['batches'][number];
    first.cells -= (ROLL_M / CELL_M) * LANES * (at < this.floor.options.startMs ? 5 : 1);
    if (first.cells <= 0) {
      stock.batches.shift();
    }
    while (stock.batches.length + stock.mixing < BATCHES_READY) {
      stock.mixing += 1;
      this.floor.whileBusy(at + Math.round(this.lasts.mixing * stock.mixing * 0.3), () => {
        stock.mixing -= 1;
        stock.batches.push({ batch: this.mix(polarity, this.floor.now), cells: BATCH_CELLS });
      });
    }
    return first.batch;
  }

  /** Records a batch that is ready now. */
  private mix(polarity: Polarity, at: number): Batch {
    const stock = this.stocks[polarity];
    const id = `SL-${polarity.toUpperCase()}-${this.line.number + 1}${String(++stock.batchSerial).padStart(4, '0')}`;
    const lot = { id, key: this.floor.group(id) };
    const visit = this.visit('mixing', lot, new Float64Array(this.floor.models.length), at - this.lasts.mixing, at);
    const { groups } = visit.subject;
    this.floor.options.faults.forEach((fault) => fault.beforeLoad?.(visit, this.supplies));
    const active = `active_${polarity}`;
    const wanted = [active, 'binder', 'solvent'];
    for (const material of visit.station.materials.filter((m) => wanted.includes(m))) {
      const used = this.supplies.take(this.line, material, 1);
      visit.lots[material] = used.id;
      if (material === active) {
        groups[active] = used.key;
      }
      this.shipping.edge(this.line, visit.equipment, at, {
        relation: 'consumes',
        child_id: id,
        child_type: 'batch',
        parent_id: used.id,
        parent_type: 'lot',
      });
    }
    this.record(visit, polarity);
    return { ...lot, groups };
  }

  private coat(polarity: Polarity, at: number): void {
    const stock = this.stocks[polarity];
    const { floor, line } = this;
    const id = `MR-${polarity.toUpperCase()}-${line.number + 1}${String(++stock.serial).padStart(4, '0')}`;
    const key = floor.group(id);
    const batch = this.batch(polarity, at);
    const size = floor.models.length;
    const z = Array.from({ length: LANES }, () => Array.from({ length: SEGMENTS }, () => new Float64Array(size)));
    const groups = { ...batch.groups, [`slurry_${polarity}`]: batch.key, [rollMaterial[polarity]]: key };
    const roll: MotherRoll = { id, key, polarity, groups, z };
    const foil = this.supplies.take(line, `foil_${polarity}`, 1);
    const lots = { [`slurry_${polarity}`]: batch.id, [`foil_${polarity}`]: foil.id };
    this.stretches('coating', roll, at, this.lasts.coating, lots, WEB);
    const coater = this.equipment('coating');
    for (const [parent_id, parent_type] of [
      [batch.id, 'batch'],
      [foil.id, 'lot'],
    ] as const) {
      this.shipping.edge(line, coater, floor.now, {
        relation: 'consumes',
        child_id: id,
        child_type: 'roll',
        parent_id,
        parent_type,
      });
    }
    const dried = at + this.lasts.coating + this.lasts.laboratory;
    floor.schedule(dried, () => this.dry(roll, dried));
    this.stretches('calendering', roll, dried + MINUTE, this.lasts.calendering, {}, WEB);
    const pressed = dried + MINUTE + this.lasts.calendering;
    for (let lane = 0; lane < LANES; lane++) {
      const slit = pressed + this.lasts.slitting + lane * 2000;
      floor.schedule(slit, () => this.slit(roll, lane, slit));
    }
  }

  /** Records a station along the web: every lane at every stretch, the lanes a second apart; each a visit of its own. */
  private stretches(
    station: string,
    roll: MotherRoll,
    at: number,
    duration: number,
    lots: Record<string, string>,
    memory: number
  ): void {
    const last = new Map<string, number>();
    const stretch = ROLL_M / SEGMENTS;
    for (let segment = 0; segment < SEGMENTS; segment++) {
      for (let lane = 0; lane < LANES; lane++) {
        const end = at + ((segment + 1) * duration) / SEGMENTS + lane * 1000;
        this.floor.schedule(end, () => {
          const z = roll.z[lane]?.[segment] as Float64Array;
          const part = { id: roll.id, key: this.floor.group(`${roll.id} ${lane} ${segment}`) };
          const visit = this.visit(station, part, z, end - duration / SEGMENTS, end, roll.groups, lane);
          Object.assign(visit, {
            number: segment * LANES + lane + 1,
            lots,
            lane: laneName(lane),
            fromM: segment * stretch,
            toM: (segment + 1) * stretch,
          });
          this.record(visit, roll.polarity, (model, fresh) => {
            const name = `${model.index} ${lane}`;
            const before = last.get(name);
            const next = before === undefined ? fresh : memory * before + Math.sqrt(1 - memory * memory) * fresh;
            last.set(name, next);
            return next;
          });
        });
      }
    }
  }

  private dry(roll: MotherRoll, at: number): void {
    const z = new Float64Array(this.floor.models.length);
    const visit = this.visit('drying', roll, z, at - this.lasts.laboratory, at, roll.groups);
    this.record(visit, roll.polarity);
    for (const { index } of this.bench.modelsOf(visit.station)) {
      roll.z.flat().forEach((part) => (part[index] = z[index] as number));
    }
  }

  private slit(mother: MotherRoll, lane: number, at: number): void {
    const id = `SR${mother.id.slice(2)}-L${lane + 1}`;
    const z = new Float64Array(this.floor.models.length);
    const roll: SlitRoll = { id, key: this.floor.group(id), mother, lane, z, usedM: 0 };
    const visit = this.visit('slitting', roll, z, at - this.lasts.slitting, at, mother.groups, lane);
    Object.assign(visit, { lane: laneName(lane), fromM: 0, toM: ROLL_M });
    this.record(visit, mother.polarity);
    this.shipping.edge(this.line, visit.equipment, at, {
      relation: 'cut_from',
      child_id: id,
      child_type: 'roll',
      parent_id: mother.id,
      parent_type: 'roll',
      quantity: ROLL_M,
      unit: 'm',
      lane: laneName(lane),
      from_m: 0,
      to_m: ROLL_M,
      reversed: true,
    });
    const done = at + this.lasts.notching;
    this.floor.schedule(done, () => {
      const notched = this.visit('notching', roll, z, at, done, mother.groups, lane);
      Object.assign(notched, { lane: laneName(lane), fromM: 0, toM: ROLL_M });
      this.record(notched, mother.polarity);
      const stock = this.stocks[mother.polarity];
      stock.rolls.push(roll);
      stock.coming -= 1;
      stock.waiting.splice(0).forEach((then) => then());
    });
  }

  private visit(
    stationId: string,
    item: Lot,
    z: Float64Array,
    startedMs: number,
    endMs: number,
    groups: MotherRoll['groups'] = {},
    lane?: number
  ): Visit {
    const station = this.stations.get(stationId);
    if (!station) {
      throw new Error(`The plan has no station ${stationId}: the simulator's electrode area needs it.`);
    }
    const equipment = this.equipment(stationId);
    const product = this.floor.plant.products[0] ?? '';
    return {
      subject: { ...item, product, z, groups },
      line: this.line,
      station,
      equipment,
      position: lane === undefined ? undefined : equipment.positions[lane],
      number: 1,
      startedMs: Math.round(startedMs),
      endMs: Math.round(endMs),
      runType: 'production',
      values: {},
      lots: {},
      verdict: 'ok',
    };
  }

  private equipment(station: string) {
    const [first] = this.line.equipment.get(station) ?? [];
    if (!first) {
      throw new Error(`No equipment for ${station} on ${this.line.id}.`);
    }
    return first;
  }

  private record(visit: Visit, polarity: Polarity, own?: Parameters<Bench['make']>[2]): void {
    const models = this.bench.modelsOf(visit.station).filter((m) => polarityOf(m.characteristic.id) === polarity);
    this.bench.make(visit, models, own);
    this.floor.options.faults.forEach((fault) => fault.make?.(visit));
    this.bench.measure(visit, models);
    this.floor.options.faults.forEach((fault) => fault.read?.(visit));
    this.judge.verdict(visit);
    this.shipping.visit(visit);
  }
}
