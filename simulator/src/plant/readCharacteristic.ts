import { type Characteristic, type Station } from '@cellthread/plan';
import { expectationOf } from './expectations';
import { type PlantCharacteristic, type ProductSpec } from './Plant';

const PERIODS: Readonly<Record<string, number>> = { hour: 3600, shift: 8 * 3600 };

/** `1 in 64` → 64, `each lot` → 0, `every hour` → as many items as it lasts, everything else → 1. */
function every(sample: string, cycleS: number): number {
  const one = /^1 in (\d+)$/.exec(sample);
  const [, unit = ''] = /^(?:every|each) (\w+)$/.exec(sample) ?? [];
  const period = PERIODS[unit];
  return one ? Number(one[1]) : unit === 'lot' ? 0 : period ? Math.max(1, Math.round(period / cycleS)) : 1;
}

/** What a formula takes must be numbers: raw values and characteristics measured as such. */
function derivedOf({ derived }: Characteristic, { characteristics }: Station): PlantCharacteristic['derived'] {
  const numbers = derived?.from.every((id) => characteristics.every((c) => c.id !== id || c.type === 'number'));
  return derived && numbers
    ? {
        formula: derived.formula,
        from: derived.from,
        coefficient: derived.coefficient ?? 0,
        reference: typeof derived.reference === 'number' ? derived.reference : 25,
        scale: derived.scale ?? 1,
      }
    : undefined;
}

/** A characteristic of the plan as the simulator needs it; `index` is its place among all. */
export function readCharacteristic(
  from: Characteristic,
  index: number,
  products: readonly string[],
  cycleS: number,
  at: Station,
  watched: boolean
): PlantCharacteristic {
  const { id, station, measurement, type } = from;
  const specs = products.map((product): [string, ProductSpec] => {
    const own = from.overrides.find((o) => o.product === product && o.stratum === '*');
    return [product, own ? expectationOf(from, own, own.expected ?? {}) : expectationOf(from, from.spec, {})];
  });
  return {
    id,
    index,
    station,
    type,
    shape: from.distribution,
    resolution: type === 'count' || type === 'boolean' ? 1 : (measurement.resolution ?? 10 ** -from.decimals),
    gauge: Math.min(0.5, (measurement.grr ?? 10) / 100),
    every: every(from.sample, cycleS),
    over: from.censored.high,
    plausibleHigh: from.plausible.hi,
    derived: derivedOf(from, at),
    mastered: measurement.master_check_s !== undefined,
    watched,
    badDirection: from.bad_direction,
    specs: new Map(specs),
  };
}
