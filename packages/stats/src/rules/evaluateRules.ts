import { type ChartPart } from '../charts/types';
import { detect } from './detectors';
import { resolveRules, type RuleChoice } from './resolveRules';
import { signalsBeyond } from './signalsBeyond';
import { beyond, trackOf, type Track } from './track';
import { type Rule, type Side, type Signal } from './types';

export interface RuleContext {
  /** 1 where a run starts anew at this point. */
  breaks?: Uint8Array;
  /** 1 where the point takes no part; it breaks runs as well. */
  excluded?: Uint8Array;
}

const sides: Record<string, Side> = { '1': 'high', '-1': 'low', '0': 'both' };

function patternOf(track: Track, rule: Rule, i: number, side: -1 | 0 | 1, length: number): number[] {
  const { test } = rule;
  const pattern: number[] = [];
  let first = i;
  while (first > 0 && i - first + 1 < length && !track.fresh[first]) {
    first--;
  }
  for (let j = first; j <= i; j++) {
    // Of "k of n" only the points beyond the line make the pattern; of all other tests every point does.
    if (test.shape === 'k-of-n') {
      const where = beyond(track, j, test.beyond);
      if (where === 0 || (side !== 0 && where !== side)) {
        continue;
      }
    }
    pattern.push(track.at[j]!);
  }
  return pattern;
}

/**
 * Signals of the chosen rules on one chart, by point and then in the order of the rules. Strict inequality: a point on a
 * limit or zone line is inside, on the centre line it breaks a run. Missing points are skipped and break nothing;
 * breaks and excluded points start every pattern anew; after a signal the count goes on. A part without zones is only
 * tested for points beyond its limits.
 */
export function evaluateRules(
  part: ChartPart,
  choices: readonly RuleChoice[],
  { breaks, excluded }: RuleContext = {}
): Signal[] {
  const chosen = resolveRules(choices).filter((rule) => part.zones || rule.test.shape === 'beyond-limits');
  if (chosen.every((rule) => rule.test.shape === 'beyond-limits')) {
    return signalsBeyond(part, chosen, excluded);
  }
  const track = trackOf(part, breaks, excluded);
  const signals: Signal[] = [];
  const order = new Map(chosen.map((rule, i) => [rule.id, i]));
  for (const rule of chosen) {
    detect(track, rule.test, (i, side, length) => {
      signals.push({
        index: track.at[i]!,
        rule: rule.id,
        side: sides[side]!,
        pattern: patternOf(track, rule, i, side, length),
      });
    });
  }
  return signals.sort((a, b) => a.index - b.index || order.get(a.rule)! - order.get(b.rule)!);
}
