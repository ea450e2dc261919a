import { type Characteristic, writtenUnit } from '@cellthread/plan';

/** ` g`: the unit after a number. */
export function unitOf({ unit }: Pick<Characteristic, 'unit'>): string {
  const symbol = writtenUnit(unit);
  return symbol && ` ${symbol}`;
}
