import { mix } from '../core/hash';
import { Random } from '../core/Random';
import { randomEffect } from '../core/randomEffect';
import { HOUR } from '@cellthread/calendar';
import { type PlantCharacteristic, type PlantStation } from '../plant/Plant';
import { deviationOf, type Model, rounded, type Scale, valueOf } from '../process/Model';
import { Settings } from './asked/Settings';
import { type Floor } from './Floor';
import { type Subject, type Visit } from './Item';

const SENTINEL = 4e-5;
const SENTINEL_VALUE = 9999;

/** Hours between two tool changes of a machine, and how far it is: both follow from its number alone. */
export function toolLife(key: number): { lifeMs: number; phase: number } {
  return { lifeMs: (12 + (key % 37)) * HOUR, phase: (key % 1009) / 1009 };
}

/** Makes items (draws their true state) and measures them (gauge noise, resolution, over-range, sentinels). */
export class Bench {
  private readonly random = new Random(0);
  private readonly stationSeeds: number[];
  private readonly byStation: Model[][];
  private readonly sampled = new Map<string, string>();
  /** How machines were set. */
  readonly settings = new Settings();

  constructor(private readonly floor: Floor) {
    this.stationSeeds = floor.plant.stations.map(({ id }) => floor.group(`station ${id}`));
    this.byStation = floor.plant.stations.map(({ characteristics }) =>
      characteristics.map(({ index }) => floor.models[index] as Model)
    );
  }

  modelsOf(station: PlantStation): readonly Model[] {
    return this.byStation[station.index] ?? [];
  }

  scale(model: Model, product: string): Scale {
    const scale = model.scales.get(product);
    if (!scale) {
      throw new Error(`Product ${product} has no spec for ${model.characteristic.id}.`);
    }
    return scale;
  }

  /** Draws the true state of what the station makes; `own` may replace the noise (a web remembers its last metre). */
  make(visit: Visit, models: readonly Model[], own?: (model: Model, fresh: number) => number): void {
    const { subject, equipment, position, station } = visit;
    const random = this.start(station, subject, visit.number);
    const { seed } = this.floor;
    for (const model of models) {
      const { index } = model;
      const fresh = random.normal();
      let z = model.own * (own ? own(model, fresh) : fresh);
      for (const { index: cause, weight } of model.causes) {
        z += weight * (subject.z[cause] as number);
      }
      for (const { index: cause, beyond, slope } of model.knees) {
        const excess = Math.sign(beyond) * ((subject.z[cause] as number) - beyond);
        z += excess > 0 ? slope * excess : 0;
      }
      for (const { level, weight } of model.levels) {
        const group = subject.groups[level];
        z += weight * (group === undefined ? random.normal() : randomEffect(seed, group, index));
      }
      if (model.equipment > 0) {
        z += model.equipment * randomEffect(seed, equipment.key, index);
      }
      if (model.position > 0) {
        z += model.position * randomEffect(seed, position?.key ?? equipment.key, index);
      }
      if (model.wear > 0) {
        z += model.wear * this.wear(position?.key ?? equipment.key, visit.endMs);
      }
      const higher = this.settings.of(visit, model.characteristic.id);
      if (higher !== 0) {
        const scale = this.scale(model, subject.product);
        z = deviationOf(model, scale, valueOf(model, scale, z) + higher);
      }
      subject.z[index] = z;
    }
  }

  /** Measures: true state → readings in `visit.values`. */
  measure(visit: Visit, models: readonly Model[]): void {
    const { subject, station } = visit;
    const random = this.start(station, subject, visit.number + 1000);
    for (const model of models) {
      const { characteristic, index } = model;
      const noise = random.normal();
      const odd = random.uniform();
      if (characteristic.derived?.formula === 'tray_median_deviation' || !this.isSampled(characteristic, visit)) {
        continue;
      }
      const { gauge } = characteristic;
      const z = Math.sqrt(1 - gauge * gauge) * (subject.z[index] as number) + gauge * noise;
      let value = valueOf(model, this.scale(model, subject.product), z);
      if (characteristic.over !== undefined) {
        value = Math.min(value, characteristic.over);
      }
      visit.values[characteristic.id] = rounded(
        odd < SENTINEL && characteristic.type === 'number' ? SENTINEL_VALUE : value,
        characteristic.resolution
      );
    }
  }

  /** Sets the true state so that the value lies there. */
  force(subject: Subject, model: Model, value: number): void {
    subject.z[model.index] = deviationOf(model, this.scale(model, subject.product), value);
  }

  /** The substream of an item at a station. */
  start(station: PlantStation, subject: Subject, salt: number): Random {
    return this.random.reseed(mix(mix(this.stationSeeds[station.index] as number, subject.key), salt));
  }

  /** Unit-variance sawtooth: what a tool has worn since it was changed. */
  private wear(key: number, at: number): number {
    const { lifeMs, phase } = toolLife(key);
    const age = at / lifeMs + phase;
    return Math.sqrt(12) * (age - Math.floor(age) - 0.5);
  }

  private isSampled(characteristic: PlantCharacteristic, visit: Visit): boolean {
    const { every, id } = characteristic;
    if (every === 1) {
      return true;
    }
    if (every > 1) {
      return visit.cell ? visit.cell.number % every === 0 : true;
    }
    const lots = Object.values(visit.lots).join();
    const machine = `${visit.equipment.key} ${id}`;
    const isNew = this.sampled.get(machine) !== lots;
    this.sampled.set(machine, lots);
    return isNew;
  }
}
