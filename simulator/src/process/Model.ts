import { type PlantCharacteristic, type ProductSpec } from '../plant/Plant';
import { deviationOfCount, deviationOfTruth, isTrue, rareCount } from './counts';
import { type Level, type Process } from './Process';

const BETWEEN = 0.35;
/** Least share of variance that must stay the visit's own. */
const OWN = 0.04;

/** A characteristic's process with its weights worked out: all are factors on standard normal terms. */
export interface Model {
  characteristic: PlantCharacteristic;
  index: number;
  causes: readonly { index: number; weight: number }[];
  knees: readonly { index: number; beyond: number; slope: number }[];
  levels: readonly { level: Level; weight: number }[];
  equipment: number;
  position: number;
  wear: number;
  own: number;
  /** Share of variance between lots, rolls and trays that results, causes included. */
  between: number;
  scales: ReadonlyMap<string, Scale>;
}

/** From the standardised to the characteristic's scale. */
export interface Scale extends ProductSpec {
  /** Of ln(value), for lognormal ones. */
  mu: number;
  spread: number;
}

/** Mean and sigma of a lognormal → mean and sigma of its logarithm. Not finite where the mean is not above zero. */
export function scaleOf(spec: ProductSpec): Scale {
  const variance = Math.log(1 + (spec.sigma / spec.target) ** 2);
  return { ...spec, mu: Math.log(spec.target) - variance / 2, spread: Math.sqrt(variance) };
}

/**
 * Works the processes out into models, in the order given (causes before effects). Levels carry what the causes do not
 * already bring of the wanted share between groups.
 * @throws RangeError when the shares of a characteristic leave nothing for the visit itself
 */
export function compile(
  characteristics: readonly PlantCharacteristic[],
  processOf: (characteristic: PlantCharacteristic) => Process | undefined
): Model[] {
  const done = new Map<string, Model>();
  return characteristics.map((characteristic) => {
    const process = processOf(characteristic);
    const causes = Object.entries(process?.causes ?? {}).flatMap(([id, weight]) => {
      const cause = done.get(id);
      return cause ? [{ index: cause.index, weight, between: cause.between }] : [];
    });
    const through = causes.reduce((sum, { weight, between }) => sum + weight * weight * between, 0);
    const caused = causes.reduce((sum, { weight }) => sum + weight * weight, 0);
    const levels = process?.levels ?? [];
    const wanted = process ? Math.max(0, (process.between ?? BETWEEN) - through) : 0;
    const carried = levels.length > 0 ? wanted : 0;
    const { equipment = 0, position = 0, wear = 0 } = process ?? {};
    const own = 1 - caused - carried - equipment - position - wear;
    if (own < OWN - 1e-9) {
      throw new RangeError(`Process of ${characteristic.id}: shares leave ${own.toFixed(3)} for the visit itself.`);
    }
    const model: Model = {
      characteristic,
      index: characteristic.index,
      causes: causes.map(({ index, weight }) => ({ index, weight })),
      knees: (process?.knees ?? []).flatMap(({ cause, beyond, slope }) => {
        const from = done.get(cause);
        return from ? [{ index: from.index, beyond, slope }] : [];
      }),
      levels: levels.map((level) => ({ level, weight: Math.sqrt(carried / levels.length) })),
      equipment: Math.sqrt(equipment),
      position: Math.sqrt(position),
      wear: Math.sqrt(wear),
      own: Math.sqrt(own),
      between: through + carried,
      scales: new Map([...characteristic.specs].map(([product, spec]) => [product, scaleOf(spec)])),
    };
    done.set(characteristic.id, model);
    return model;
  });
}

/** What a value's scale depends on besides its figures. */
type Shaped = Pick<Model, 'characteristic'>;

/** A mean at or next to zero has no logarithm that a spread could be around: it is drawn as a normal one. */
const isLognormal = ({ characteristic }: Shaped, { mu }: Scale): boolean =>
  characteristic.shape === 'lognormal' && Number.isFinite(mu);

/** Standardised deviation → value; a boolean is 1 or 0. */
export function valueOf(model: Shaped, scale: Scale, z: number): number {
  if (scale.share !== undefined) {
    return isTrue(scale.share, z) ? 1 : 0;
  }
  if (scale.rare) {
    return rareCount(scale.target, z);
  }
  const value = isLognormal(model, scale) ? Math.exp(scale.mu + scale.spread * z) : scale.target + scale.sigma * z;
  const { shape, type } = model.characteristic;
  return type === 'count' ? Math.max(0, Math.round(value)) : shape === 'folded' ? Math.abs(value) : value;
}

/** Value → standardised deviation (lognormal: values ≤ 0 count as far below; of a value that many give, one of them). */
export function deviationOf(model: Shaped, scale: Scale, value: number): number {
  if (scale.share !== undefined) {
    return deviationOfTruth(scale.share, value);
  }
  if (scale.rare) {
    return deviationOfCount(scale.target, value);
  }
  if (!isLognormal(model, scale)) {
    return (value - scale.target) / scale.sigma;
  }
  return (Math.log(Math.max(value, scale.target * 1e-6)) - scale.mu) / scale.spread;
}

/** To the gauge's resolution, without binary dust. */
export function rounded(value: number, resolution: number): number {
  const perUnit = Math.round(1 / resolution);
  // Dividing by a whole number gives the nearest double to the decimal; multiplying by 0.1 would not.
  return perUnit >= 1 && Math.abs(perUnit * resolution - 1) < 1e-9
    ? Math.round(value * perUnit) / perUnit
    : Number((Math.round(value / resolution) * resolution).toPrecision(12));
}
