import { type ControlChart, type StreamReport } from '@cellthread/chart';

/** More charts than this are told apart by nobody. */
export const mostTiles = 48;

/** Pixels that a small chart takes at least. */
const least = { width: 210, height: 96 };

/**
 * Whether the rules mark more points of a stream than they would if nothing were wrong: by three standard deviations of such a share.
 */
export function isOdd({ signals, points, expectedRate: expected }: StreamReport): boolean {
  return points > 0 && signals / points > expected + 3 * Math.sqrt((expected * (1 - expected)) / points);
}

/** How often one of the streams of a picture may be called odd though nothing is wrong. */
const familywise = 0.01;

/**
 * Which streams have so many signals that not one of all would in a hundred pictures if each had no more than chance and the middle one have: by the
 * binomial law of its points, with Bonferroni's share of the one in a hundred. What moves all alike makes none of them odd.
 */
export function oddOnes(reports: readonly StreamReport[]): boolean[] {
  const shares = reports.flatMap(({ signals, points }) => (points > 0 ? [signals / points] : [])).sort((a, b) => a - b);
  const middle = shares[(shares.length - 1) >> 1] ?? 0;
  return reports.map(
    ({ signals, points, expectedRate }) =>
      atLeast(signals, points, Math.max(expectedRate, middle)) < familywise / shares.length
  );
}

/** P(X ≥ k) of a binomial law; 1 of none. */
function atLeast(k: number, n: number, share: number): number {
  if (k <= 0) {
    return 1;
  }
  let log = n * Math.log1p(-share);
  let below = 0;
  for (let j = 0; j < k; j++) {
    below += Math.exp(log);
    log += Math.log(((n - j) / (j + 1)) * (share / (1 - share)));
  }
  return Math.max(0, 1 - below);
}

/** Places of the streams that are drawn, in their order: all that have a point, or those with most signals of very many. */
export function shownStreams({ reports }: Pick<ControlChart, 'reports'>): number[] {
  const all = reports.flatMap(({ points }, i) => (points > 0 ? [i] : []));
  if (all.length <= mostTiles) {
    return all;
  }
  return all
    .sort((a, b) => reports[b]!.signals - reports[a]!.signals || a - b)
    .slice(0, mostTiles)
    .sort((a, b) => a - b);
}

/** What is not drawn, in words; empty where all is. */
export function leftOut({ reports }: Pick<ControlChart, 'reports'>, drawn: number): string {
  const none = reports.filter(({ points }) => points === 0);
  const more = reports.length - none.length - drawn;
  const names = none.slice(0, mostNamed).map(({ name }) => name);
  const others = none.length - names.length;
  return [
    ...(more > 0
      ? [`${more} more, with no more signals than these, are not drawn: choose a machine or position.`]
      : []),
    ...(none.length > 0 ? [`No point yet: ${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}.`] : []),
  ].join(' ');
}

const mostNamed = 4;

/** As few columns as let every row fit, else as many as the width bears; the rest is scrolled. */
export function grid(count: number, width: number, height: number): { columns: number; width: number; height: number } {
  const widest = Math.max(1, Math.min(count, Math.floor(width / least.width)));
  let columns = widest;
  while (columns > 1 && Math.ceil(count / (columns - 1)) * least.height <= height) {
    columns--;
  }
  const rows = Math.ceil(count / columns);
  return { columns, width: Math.floor(width / columns), height: Math.max(least.height, Math.floor(height / rows)) };
}
