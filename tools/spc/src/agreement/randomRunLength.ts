import { rules } from '@cellthread/stats';
import { type Draw } from './Draw';

type Problem = Record<string, unknown>;

/** Rules, EWMA and CUSUM in any combination; few replicates, since both commands draw the same numbers. */
export function randomRunLength(draw: Draw): Problem {
  const ewma = { lambda: draw.between(0.02, 1), width: draw.between(1.5, 3.5) };
  const cusum = { k: draw.between(0.1, 1), h: draw.between(1, 5), headStart: draw.pick([0, 0.5, 1]) };
  const chosen = Array.from({ length: draw.whole(0, 3) }, () => draw.pick(rules).id);
  const own = { k: 2, n: draw.whole(2, 6), beyond: draw.pick([1, 1.5, 2]), sameSide: draw.chance(0.5) };
  return {
    rules: draw.chance(0.2) ? [...chosen, own] : chosen,
    ...(draw.chance(0.4) ? { ewma } : {}),
    ...(draw.chance(0.3) ? { cusum } : {}),
    ...(draw.chance(0.4) ? { shift: draw.pick([-1, 0.5, 2]) } : {}),
    ...(draw.chance(0.3) ? { baseline: draw.whole(2, 60) } : {}),
    ...(draw.chance(0.3) ? { width: draw.between(2, 3.5) } : {}),
    replicates: 100,
    seed: draw.whole(0, 99),
  };
}

/** A run length or an alarm budget. */
export function randomLimitsFor(draw: Draw): Problem {
  const arl0 = Math.pow(10, draw.between(0.5, 5));
  return {
    ...(draw.chance(0.5) ? { arl0 } : { points: 10 * arl0, budget: 10 }),
    ...(draw.chance(0.4) ? { lambda: draw.between(0.05, 1) } : {}),
    ...(draw.chance(0.4) ? { k: draw.between(0.2, 2) } : {}),
  };
}
