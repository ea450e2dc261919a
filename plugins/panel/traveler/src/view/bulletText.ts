import { isOutOfSpec } from '../read/route';
import { type Characteristic } from '../read/Traveler';
import { quantity } from './quantity';

/** The bar in words: for screen readers, and for those who point at it. */
export function bulletText(c: Characteristic): string {
  const { value, unit, lsl, usl, centre, sigma } = c;
  if (value === null) {
    return `${c.name}: missing`;
  }
  const spec =
    lsl !== null && usl !== null
      ? `spec ${quantity(lsl, unit)} to ${quantity(usl, unit)}`
      : lsl !== null
        ? `spec at least ${quantity(lsl, unit)}`
        : usl !== null
          ? `spec at most ${quantity(usl, unit)}`
          : 'no spec';
  const peers =
    centre === null
      ? ''
      : `; its peers ${quantity(centre, unit)}${sigma === null ? '' : ` ± ${quantity(sigma, unit)}`}`;
  const rank = c.percentile === null ? '' : `, higher than ${Math.round(c.percentile)} % of them`;
  return `${c.name}: ${quantity(value, unit)}, ${isOutOfSpec(c) ? 'out of spec, ' : ''}${spec}${peers}${rank}`;
}
