/** Beyond the control limits of the chart. */
export interface BeyondLimits {
  shape: 'beyond-limits';
}
/** k of n points beyond centre ± z·σ, on one side unless `sameSide` is false; the last point must itself be beyond. */
export interface KOfN {
  shape: 'k-of-n';
  k: number;
  n: number;
  beyond: number;
  sameSide?: boolean;
}
/** n points in a row on one side of the centre line. */
export interface SameSide {
  shape: 'same-side';
  n: number;
}
/** n points in a row rising, or falling (n − 1 steps). */
export interface Trend {
  shape: 'trend';
  n: number;
}
/** n points in a row going up and down in turn (n − 1 steps). */
export interface Alternating {
  shape: 'alternating';
  n: number;
}
/** n points in a row within centre ± z·σ. */
export interface Within {
  shape: 'within';
  n: number;
  z: number;
}
/** n points in a row outside centre ± z·σ; with `bothSides` only where both sides occur. */
export interface Outside {
  shape: 'outside';
  n: number;
  z: number;
  bothSides: boolean;
}
/** Two neighbours, one beyond +z·σ and the other beyond −z·σ (Westgard R). */
export interface Jump {
  shape: 'jump';
  z: number;
}

export type RuleShape = BeyondLimits | KOfN | SameSide | Trend | Alternating | Within | Outside | Jump;

export interface Rule {
  id: string;
  /** Set that it belongs to: nelson, western-electric, aiag, westgard, westgard-extended, juran; own rules: custom. */
  set: string;
  title: string;
  test: RuleShape;
}

export type Side = 'high' | 'low' | 'both';

/** A hit: the point that completes a pattern, and the points that make it (ascending, the last one included). */
export interface Signal {
  index: number;
  rule: string;
  side: Side;
  pattern: number[];
}
