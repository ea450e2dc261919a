import { quantity } from '@cellthread/panelkit';
import { isOutOfSpec, unprovenText } from '../read/route';
import { type Characteristic } from '../read/Traveler';

/** The bar in words: for screen readers, and for those who point at it. */
export function bulletText(c: Characteristic): string {
  const { value, unit, lsl, usl, centre, sigma } = c;
  if (value === null) {
    return `${c.name}: ${unprovenText(c) || 'missing'}`;
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
  const proven = unprovenText(c);
  return `${c.name}: ${readingText(c)}, ${isOutOfSpec(c) ? 'out of spec, ' : proven && `${proven}, `}${spec}${peers}${rank}`;
}

/** The spec as it is written beside the bar; empty without one, and of a yes or no, whose words say it. */
export function specText({ boolean, lsl, usl, unit }: Characteristic): string {
  if (boolean) {
    return '';
  }
  return lsl !== null && usl !== null
    ? `${quantity(lsl, '')} … ${quantity(usl, unit)}`
    : lsl !== null
      ? `≥ ${quantity(lsl, unit)}`
      : usl !== null
        ? `≤ ${quantity(usl, unit)}`
        : '';
}

/**
 * The value with its unit, the text, or whether it passed; of one at the end of the gauge's range only the side is
 * known.
 */
export function readingText(c: Characteristic): string {
  const { value, text, unit, reading, boolean } = c;
  if (boolean && (value === 0 || value === 1)) {
    return c.lsl === null && c.usl === null ? (value === 1 ? 'yes' : 'no') : isOutOfSpec(c) ? 'fail' : 'pass';
  }
  if (text !== '') {
    return text;
  }
  const side = reading === 'censored-low' ? '≤ ' : reading === 'censored-high' ? '≥ ' : '';
  return `${value === null ? '' : side}${quantity(value, unit)}`;
}
