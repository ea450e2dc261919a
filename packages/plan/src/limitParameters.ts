import type { Word } from './vocabulary';

/** What a number may be; a bound that is not stated does not exist. */
export interface Bound {
  above?: number;
  least?: number;
  below?: number;
  most?: number;
  whole?: boolean;
  /** Below another of the numbers. */
  belowOf?: 'subgroup_n';
}

/**
 * The numbers of control limits, named as in their row; `sigma_plotted` and `subgroup_n` with their defaults. Centre and σ
 * are in the unit of the characteristic, of `lognormal` the centre too (its median) and σ that of the logarithms; of `p` and
 * `laney` the centre is a share or a rate, of `np` and `c` a count.
 */
export const limitParameters = {
  centre: {},
  sigma_within: { least: 0 },
  sigma_between: { least: 0 },
  sigma_plotted: { least: 0 },
  subgroup_n: { least: 1, whole: true },
  window: { above: 0 },
  lambda: { above: 0, most: 1 },
  l: { above: 0 },
  k: { above: 0 },
} as const satisfies Record<string, Bound>;

export type LimitParameter = keyof typeof limitParameters;

const measured = { sigma_plotted: { above: 0 } } as const;
/** Of a share nothing can be told from samples of one. */
const sampled = { subgroup_n: { least: 2, whole: true } } as const;

/** What a model demands beyond that; a number named here must be stated, as must the centre. */
export const limitModels: Record<Word<'model'>, Partial<Record<LimitParameter, Bound>>> = {
  normal: measured,
  lognormal: { ...measured, centre: { above: 0 } },
  folded: { ...measured, centre: { least: 0 } },
  percentile: measured,
  p: { ...sampled, centre: { above: 0, below: 1 } },
  np: { ...sampled, centre: { above: 0, belowOf: 'subgroup_n' } },
  c: { centre: { above: 0 } },
  u: { centre: { above: 0 } },
  laney: { ...sampled, centre: { above: 0 }, sigma_within: { above: 0 } },
  sisters: measured,
};

/** A bound in words: "above 0 and at most 1". */
export function boundText({ above, least, below, most, whole, belowOf }: Bound): string {
  const ends = [
    above === undefined ? '' : `above ${above}`,
    least === undefined ? '' : `at least ${least}`,
    below === undefined ? '' : `below ${below}`,
    most === undefined ? '' : `at most ${most}`,
    belowOf === undefined ? '' : `below ${belowOf}`,
  ].filter(Boolean);
  return `${whole ? 'whole and ' : ''}${ends.join(' and ')}`;
}

/** Whether a number keeps a bound; one that is no number keeps none. `other` gives the numbers beside it. */
export function keeps(
  value: number,
  { above, least, below, most, whole, belowOf }: Bound,
  other: (name: LimitParameter) => number | undefined
): boolean {
  return (
    Number.isFinite(value) &&
    value > (above ?? -Infinity) &&
    value >= (least ?? -Infinity) &&
    value < (below ?? Infinity) &&
    value < ((belowOf && other(belowOf)) ?? Infinity) &&
    value <= (most ?? Infinity) &&
    (!whole || Number.isInteger(value))
  );
}
