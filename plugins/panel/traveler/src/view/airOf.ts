import { quantity, words } from '@cellthread/panelkit';
import { type Reading } from '../read/Traveler';

/** One quantity of the air at a visit, with its extremes where they were kept. */
export interface Air {
  label: string;
  text: string;
  reading: Reading;
}

const extremes = /[._ ](min|max)$/;

/**
 * Readings as lines: "temperature", "temperature.min" and "temperature.max" of one sensor are one, "22.8 °C (21.9 …
 * 23.8)".
 */
export function airOf(readings: readonly Reading[]): Air[] {
  const keyOf = (r: Reading) => [r.zone, r.sensor, r.quantity.replace(extremes, '')].join('|');
  const byKey = new Map<string, Reading[]>();
  readings.forEach((r) => byKey.set(keyOf(r), [...(byKey.get(keyOf(r)) ?? []), r]));
  return [...byKey.values()].map((group) => {
    const end = (which: 'min' | 'max') => group.find((r) => extremes.exec(r.quantity)?.[1] === which)?.value ?? null;
    const reading = group.find((r) => !extremes.test(r.quantity)) ?? group[0]!;
    const [low, high] = [end('min'), end('max')];
    // A mean of many readings has more digits than they had: one more than their extremes says all it knows.
    const mean = low === null && high === null ? reading.value : rounded(reading.value, decimals(low, high) + 1);
    const range = low === null && high === null ? '' : `${quantity(low, '')} … ${quantity(high, '')}`;
    const label = words(reading.quantity.replace(extremes, ''));
    if (extremes.test(reading.quantity)) {
      return { label, text: `${range}${quantity(0, reading.unit).replace('0', '')}`, reading };
    }
    return { label, text: `${quantity(mean, reading.unit)}${range && ` (${range})`}`, reading };
  });
}

function decimals(...values: Array<number | null>): number {
  return Math.max(...values.map((v) => (v === null ? 0 : (String(v).split('.')[1]?.length ?? 0))));
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(Math.min(digits, 20)));
}
