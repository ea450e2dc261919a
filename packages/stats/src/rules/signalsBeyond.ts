import { type ChartPart } from '../charts/types';
import { compare } from './track';
import { type Rule, type Signal } from './types';

/** Signals of points beyond their limits: they need no memory, and so no track. */
export function signalsBeyond(part: ChartPart, rules: readonly Rule[], excluded?: Uint8Array): Signal[] {
  const { points, centre, lcl, ucl } = part;
  const signals: Signal[] = [];
  for (let i = 0; i < points.length; i++) {
    const x = points[i]!;
    // The plain comparison settles nearly all points; rounding is looked at only beyond it.
    if (!(x > ucl[i]! || x < lcl[i]!) || centre[i] !== centre[i] || excluded?.[i]) {
      continue;
    }
    const side = compare(x, ucl[i]!) > 0 ? 'high' : compare(x, lcl[i]!) < 0 ? 'low' : null;
    if (side) {
      rules.forEach((rule) => signals.push({ index: i, rule: rule.id, side, pattern: [i] }));
    }
  }
  return signals;
}
