import { type Floor } from './Floor';
import { Random } from '../core/Random';
import { type Bench } from './Bench';
import { type Cell, type Visit } from './Item';
import { rounded, valueOf, type Model } from '../process/Model';

/** How far beyond its limit a defect lies: mean of an exponential, in distances from target to limit. */
const BEYOND = 0.35;

/** Gives cells their defects and makes them show at the station that can see them. */
export class Quality {
  private readonly random = new Random(0);
  /** What each defect of the table shows in. */
  private readonly shows: readonly (Model | undefined)[];

  constructor(
    private readonly floor: Floor,
    private readonly bench: Bench
  ) {
    this.shows = floor.plant.model.defects.map(({ characteristic: id, station }) =>
      floor.models.find(
        (m) => m.characteristic.id === id && (station ?? m.characteristic.station) === m.characteristic.station
      )
    );
  }

  /** Draws the defect of a new cell (−1: none) and how it will end. */
  assign(cell: Cell): void {
    const random = this.random.reseed(cell.key ^ this.floor.group('defect'));
    const { defects } = this.floor.plant.model;
    let u = random.uniform() / this.floor.options.defects;
    const fate = random.uniform();
    for (let i = 0; i < defects.length; i++) {
      const { rate, falseAlarm, mended } = defects[i] as (typeof defects)[number];
      if (u < rate && this.shows[i]) {
        cell.defect = i;
        cell.fate = fate < falseAlarm ? 0 : fate < falseAlarm + mended ? 1 : 2;
        return;
      }
      u -= rate;
    }
  }

  /** A real defect becomes the true state of the cell where it arises. */
  make(visit: Visit): void {
    const hit = this.hit(visit);
    if (hit && visit.cell && visit.cell.fate !== 0) {
      this.bench.force(visit.cell, hit.model, hit.value);
    }
  }

  /** A false alarm is a wrong reading of the first visit only. */
  read(visit: Visit): void {
    const hit = this.hit(visit);
    if (hit && visit.cell?.fate === 0 && visit.number === 1) {
      const { id, resolution } = hit.model.characteristic;
      visit.values[id] = rounded(hit.value, resolution);
    }
  }

  private hit(visit: Visit): { model: Model; value: number } | undefined {
    const { cell } = visit;
    const defect = cell && this.floor.plant.model.defects[cell.defect];
    if (!cell || !defect) {
      return undefined;
    }
    let model = this.shows[cell.defect];
    if (!model || model.characteristic.station !== visit.station.id) {
      return undefined;
    }
    const { target, lsl, usl } = this.bench.scale(model, cell.product);
    const limit = defect.side === 'low' ? lsl : usl;
    if (limit === undefined) {
      return undefined;
    }
    const random = this.bench.start(visit.station, cell, 7777);
    const gauge = this.bench.scale(model, cell.product).sigma;
    let value = limit + (limit - target) * BEYOND * random.exponential(1) + Math.sign(limit - target) * gauge * 0.5;
    if (defect.side === 'low' && model.characteristic.shape === 'lognormal') {
      value = limit * (0.05 + 0.8 * random.uniform());
    }
    const { derived } = model.characteristic;
    if (derived?.formula === 'tray_median_deviation') {
      // What the deviation comes from carries what the tray's median then shows.
      const from = this.bench.modelsOf(visit.station).find((m) => m.characteristic.id === derived.from[0]);
      if (!from) {
        return undefined;
      }
      model = from;
      const scale = this.bench.scale(from, cell.product);
      value = valueOf(from, scale, cell.z[from.index] as number) + (value - gauge) / derived.scale;
    }
    return { model, value };
  }
}
