import { type ChartPart } from '../charts/types';
import { type InnerLine, lineOf } from './lineOf';
import { pointSides } from './pointSides';
import { resolveRules, type RuleChoice } from './resolveRules';
import { type Told, TOLD } from './shapeSteppers';
import { signalsBeyond } from './signalsBeyond';
import { beyond, trackOf, type Track } from './track';
import { type RuleShape, type Side, type Signal } from './types';
import { walkRule } from './walkRule';

export interface RuleContext {
  /** 1 where a run starts anew at this point. */
  breaks?: Uint8Array;
  /** 1 where the point takes no part; it breaks runs as well. */
  excluded?: Uint8Array;
}

const sideOf = (told: Told): Side => (told === TOLD.high ? 'high' : told === TOLD.low ? 'low' : 'both');

/** Points that a pattern takes up at most. */
const lengthOf = (test: RuleShape): number => (test.shape === 'beyond-limits' ? 1 : test.shape === 'jump' ? 2 : test.n);

function patternOf(track: Track, test: RuleShape, i: number, told: Told): number[] {
  const length = lengthOf(test);
  const pattern: number[] = [];
  let first = i;
  while (first > 0 && i - first + 1 < length && !track.fresh[first]) {
    first--;
  }
  for (let j = first; j <= i; j++) {
    // Of "k of n" only the points beyond the line make the pattern; of all other tests every point does.
    if (test.shape === 'k-of-n') {
      const where = beyond(track, j, test.beyond);
      if (where === 0 || (told !== TOLD.both && where !== told)) {
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
  const sidesByLine = new Map<InnerLine, Uint8Array>();
  const signals: Signal[] = [];
  for (const rule of chosen) {
    const { id, test } = rule;
    const line = lineOf(test);
    if (line === 'limits') {
      signalsBeyond(part, [rule], excluded).forEach((signal) => signals.push(signal));
      continue;
    }
    const sides = sidesByLine.get(line) ?? pointSides(track, line);
    sidesByLine.set(line, sides);
    walkRule(test, sides, (i, told) => {
      signals.push({ index: track.at[i]!, rule: id, side: sideOf(told), pattern: patternOf(track, test, i, told) });
    });
  }
  // Rules of one point stay in their order.
  return signals.sort((a, b) => a.index - b.index);
}
