import { type Rule } from '../rules/types';

export interface LuckiestBaselines {
  /** The mean run length over baselines is infinite. */
  infinite: boolean;
  /** σ of the half of the baselines that is drawn wider; 1 where none is. */
  spread: number;
  /** Density of a baseline with so large a sum of squares over the density it was drawn with. */
  weight(squares: number): number;
}

/** About so many degrees of freedom a point has σ̂ = MR̄/d₂ (Cryer & Ryan 1990, J. Quality Technology 22, 187–192). */
const DF = 0.62;
const WIDEST = 1.5;

/**
 * Rules that see single points only, beyond L: the run length 1/2Φ(−Lσ̂) grows like exp(L²σ̂²/2), so that its mean over
 * baselines lies in those with a large σ̂. They are drawn with σ √(ν/(ν − L²)), ν ≈ 0.62(n − 1), where the product of run length
 * and density is large, mixed half and half with plain ones (importance sampling; Owen & Zhou 2000, JASA 95, 135–143). The sum
 * of the moving ranges is at most √(4n − 6)·|z| long in its widest direction (alternating signs), so that there is no mean
 * for (n − 1)²d₂² ≤ L²(4n − 6): at 3σ for n ≤ 28. Rules with a memory are drawn as they are.
 */
export function luckiestBaselines(rules: readonly Rule[], n: number, limit: number): LuckiestBaselines {
  let nearest = Infinity;
  for (const { test } of rules) {
    const single = test.shape === 'beyond-limits' || (test.shape === 'k-of-n' && test.n === 1);
    nearest = single ? Math.min(nearest, test.shape === 'k-of-n' ? test.beyond : limit) : 0;
    if (!single) {
      break;
    }
  }
  if (!(nearest > 0)) {
    return { infinite: false, spread: 1, weight: () => 1 };
  }
  const d2 = 2 / Math.sqrt(Math.PI);
  const infinite = ((n - 1) * d2) ** 2 <= nearest * nearest * (4 * n - 6);
  const df = DF * (n - 1);
  const room = df - nearest * nearest;
  const spread = room > 0 ? Math.min(WIDEST, Math.sqrt(df / room)) : WIDEST;
  const weight = (squares: number): number =>
    2 / (1 + Math.exp(-n * Math.log(spread) + (squares / 2) * (1 - 1 / (spread * spread))));
  return { infinite, spread, weight };
}
