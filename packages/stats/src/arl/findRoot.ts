/**
 * x in [low, high] where an increasing function reaches `goal`, to relative 1e-13, by Chandrupatla's method (1997, Advances
 * in Engineering Software 28, 145–149): inverse quadratic steps where they are safe, else halving. An end where the goal
 * lies outside.
 */
export function findRoot(increasing: (x: number) => number, goal: number, low: number, high: number): number {
  let a = high;
  let b = low;
  let fa = increasing(a) - goal;
  let fb = increasing(b) - goal;
  if (fb >= 0 || fa <= 0) {
    return fb >= 0 ? low : high;
  }
  let c = a;
  let fc = fa;
  let t = 0.5;
  for (let step = 0; step < 200; step++) {
    const x = a + t * (b - a);
    const f = increasing(x) - goal;
    if (f > 0 === fa > 0) {
      c = a;
      fc = fa;
    } else {
      c = b;
      b = a;
      fc = fb;
      fb = fa;
    }
    a = x;
    fa = f;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const tolerance = 1e-13 * Math.abs(best) + 1e-300;
    const least = tolerance / Math.abs(b - a);
    if (f === 0 || least > 0.5) {
      return best;
    }
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const quadratic = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    t = quadratic
      ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5;
    t = Math.min(1 - least, Math.max(least, t));
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}
