/** A group whose members share an effect: a material, `tray`, or a kind of parent (`batch`, `roll`). */
export type Level = string;

/**
 * How a characteristic comes about. Targets, limits and spreads are the control plan's; this holds causes and shares.
 * Everything is said in the standardised scale: a loading is the correlation with its cause, a share is part of the
 * variance; what they leave over is the visit's own noise.
 */
export interface Process {
  /** Share of variance between lots, rolls and trays, what comes through causes included. Default 0.35. */
  between?: number;
  /** The groups that carry it, in equal parts. */
  levels: readonly Level[];
  /** Share that is the lasting difference between machines. */
  equipment?: number;
  /** Share that is the lasting difference between positions (nozzles, channels, lanes). */
  position?: number;
  /** Share that is wear since the last tool change. */
  wear?: number;
  /** Upstream characteristic → loading, signed. */
  causes?: Readonly<Record<string, number>>;
  /** What follows only from causes that lie far off: cells fail because something before was bad enough. */
  knees?: readonly Knee[];
}

/** Beyond a deviation of its cause (above a positive one, below a negative one), `slope` deviations for each one more. */
export interface Knee {
  cause: string;
  beyond: number;
  slope: number;
}
