import { Random } from '../core/Random';
import { MINUTE } from '@cellthread/calendar';
import { type PlantCharacteristic } from '../plant/Plant';
import { type Floor } from './Floor';
import { type Cell } from './Item';
import { rounded } from '../process/Model';
import { MAX_ID, type Shipping } from './Shipping';

interface Quantity {
  id: string;
  mean: number;
  sigma: number;
  /** Memory, ms. */
  tau: number;
  resolution: number;
  z: number;
  characteristic?: PlantCharacteristic;
}

interface Zone {
  id: string;
  area: string;
  at: number;
  random: Random;
  quantities: Quantity[];
  reading: Record<string, number>;
}

/** What a room is measured by unless the plan knows better; humidity only where no dew point is planned. */
const usual = (zone: string): Omit<Quantity, 'resolution' | 'z'>[] => [
  { id: 'temperature', mean: zone.includes('hall') ? 24.6 : 23, sigma: 0.7, tau: 90 * MINUTE },
  { id: 'humidity', mean: 42, sigma: 3, tau: 60 * MINUTE },
  { id: 'pressure', mean: 1008, sigma: 6, tau: 1440 * MINUTE },
];
/** Memory of quantities that only the plan knows, such as a dew point. */
const TAU = 25 * MINUTE;

/** Usual quantities, with the mean and spread of the plan where it has them, then those only the plan knows. */
function quantitiesOf(zone: string, { plant }: Floor): Quantity[] {
  const planned = new Map(
    [...plant.environment].flatMap(([key, characteristic]) =>
      key.startsWith(`${zone} `) ? [[key.slice(zone.length + 1), characteristic] as const] : []
    )
  );
  const of = (id: string, tau: number): Quantity[] => {
    const characteristic = planned.get(id);
    const spec = characteristic?.specs.values().next().value;
    planned.delete(id);
    return characteristic && spec
      ? [{ id, mean: spec.target, sigma: spec.sigma, tau, resolution: characteristic.resolution, z: 0, characteristic }]
      : [];
  };
  const rooms = usual(zone).flatMap((quantity) => {
    const id = quantity.id === 'humidity' && planned.has('dew_point') ? 'dew_point' : quantity.id;
    const own = of(id, id === quantity.id ? quantity.tau : TAU);
    return own.length > 0 ? own : [{ ...quantity, resolution: 0.1, z: 0 }];
  });
  return [...rooms, ...[...planned.keys()].flatMap((id) => of(id, TAU))];
}

const HISTORY_EVERY = MINUTE;
const LIVE_EVERY = 10_000;
const THIN_EVERY = 60 * MINUTE;

/** Rooms: temperature, humidity or dew point, pressure, each wandering around its mean. */
export class Environment {
  private readonly zones = new Map<string, Zone>();

  constructor(
    private readonly floor: Floor,
    private readonly shipping: Shipping
  ) {
    for (const [id, area] of floor.plant.zones) {
      const quantities = quantitiesOf(id, floor);
      const zone: Zone = { id, area, at: 0, random: Random.named(floor.seed, `zone ${id}`), quantities, reading: {} };
      this.zones.set(id, zone);
      this.sample(zone, floor.now, false);
    }
  }

  start(): void {
    const { floor } = this;
    const { startMs, liveMs } = floor.options;
    for (const zone of this.zones.values()) {
      floor.repeat(floor.now, (at) => {
        this.sample(zone, at, true);
        const every = at < startMs ? THIN_EVERY : at < liveMs ? HISTORY_EVERY : LIVE_EVERY;
        return at < startMs ? Math.min(at + every, startMs) : at + every;
      });
    }
  }

  /** The last reading of a quantity; 25 where nothing is measured. */
  now(zone: string, quantity: string): number {
    return this.zones.get(zone)?.reading[quantity] ?? 25;
  }

  /** Cells keep what the rooms were like when their tray was closed, where the plan has a characteristic for it. */
  imprint(cells: readonly Cell[]): void {
    for (const zone of this.zones.values()) {
      for (const { characteristic, z } of zone.quantities) {
        if (characteristic) {
          cells.forEach((cell) => (cell.z[characteristic.index] = z));
        }
      }
    }
  }

  private sample(zone: Zone, at: number, send: boolean): void {
    const dt = zone.at === 0 ? Infinity : at - zone.at;
    zone.at = at;
    for (const quantity of zone.quantities) {
      const keep = Math.exp(-dt / quantity.tau);
      quantity.z = keep * quantity.z + Math.sqrt(1 - keep * keep) * zone.random.normal();
      let value = quantity.mean + quantity.sigma * quantity.z;
      for (const fault of this.floor.options.faults) {
        value = fault.sense?.(zone.id, quantity.id, value, at) ?? value;
      }
      if (quantity.characteristic) {
        quantity.z = (value - quantity.mean) / quantity.sigma;
      }
      zone.reading[quantity.id] = rounded(value, quantity.resolution);
    }
    if (send) {
      this.shipping.reading(zone.area, zone.id, `${zone.id.slice(0, MAX_ID - 3)}-s1`, at, { ...zone.reading });
    }
  }
}
