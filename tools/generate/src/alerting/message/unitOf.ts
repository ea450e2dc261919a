import type { Characteristic } from '@cellthread/plan';

const symbols: Readonly<Record<string, string>> = {
  celsius: '°C',
  percent: '%',
  volt: 'V',
  amph: 'Ah',
  joule: 'J',
  massg: 'g',
  lengthmm: 'mm',
  none: '',
};

/** ` g`: the unit after a number, as far as its id shows it. */
export function unitOf({ unit }: Pick<Characteristic, 'unit'>): string {
  const symbol = unit.startsWith('suffix:') ? unit.slice('suffix:'.length).trim() : (symbols[unit] ?? unit);
  return symbol && ` ${symbol}`;
}
