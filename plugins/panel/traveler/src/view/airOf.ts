import { type Reading } from '../read/Traveler';
import { quantity } from './quantity';

/** One quantity of the air at a visit, with its extremes where they were kept. */
export interface Air {
  label: string;
  text: string;
  reading: Reading;
}

const extremes = /[._ ](min|max)$/;

/** Readings as lines: "temperature", "temperature.min" and "temperature.max" of one sensor are one, "22.8 °C (21.9 … 23.8)". */
export function airOf(readings: readonly Reading[]): Air[] {
  const keyOf = (r: Reading) => [r.zone, r.sensor, r.quantity.replace(extremes, '')].join('|');
  const byKey = new Map<string, Reading[]>();
  readings.forEach((r) => byKey.set(keyOf(r), [...(byKey.get(keyOf(r)) ?? []), r]));
  return [...byKey.values()].map((group) => {
    const end = (which: 'min' | 'max') => group.find((r) => extremes.exec(r.quantity)?.[1] === which)?.value ?? null;
    const reading = group.find((r) => !extremes.test(r.quantity)) ?? group[0]!;
    const [low, high] = [end('min'), end('max')];
    const range = low === null && high === null ? '' : `${quantity(low, '')} … ${quantity(high, '')}`;
    const label = reading.quantity.replace(extremes, '').replaceAll('_', ' ');
    if (extremes.test(reading.quantity)) {
      return { label, text: `${range}${quantity(0, reading.unit).replace('0', '')}`, reading };
    }
    return { label, text: `${quantity(reading.value, reading.unit)}${range && ` (${range})`}`, reading };
  });
}
