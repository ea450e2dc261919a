/** What the published form finds on an individuals chart. */
export interface QccForm {
  centre: number;
  sigma: number;
  lcl: number;
  ucl: number;
  /** Places beyond the limits, and those from the seventh of a run on one side on. */
  beyond: number[];
  runs: number[];
}

const RUN = 7;
/** Mean range of two normal values in σ. */
const D2 = 2 / Math.sqrt(Math.PI);

/**
 * Individuals chart and rules in the form in which R's qcc publishes them (Scrucca 2004, "qcc: an R package for quality
 * control charting and statistical process control", R News 4/1, 11–17): σ is the mean range of each pair of neighbours over
 * d₂; violations are whole vectors compared, and run lengths of the vector of signs. Written from that description, in its
 * vector style: every step makes a new vector. No code of qcc.
 */
export function qccForm(values: readonly number[]): QccForm {
  const centre = values.reduce((sum, x) => sum + x, 0) / values.length;
  const ranges = values.slice(1).map((x, i) => Math.max(x, values[i]!) - Math.min(x, values[i]!));
  const sigma = ranges.reduce((sum, r) => sum + r, 0) / ranges.length / D2;
  const [lcl, ucl] = [centre - 3 * sigma, centre + 3 * sigma];
  const outside = values.map((x) => x > ucl || x < lcl);
  const signs = values.map((x) => x - centre).map(Math.sign);
  const { lengths, kinds } = runLengths(signs);
  const rank = lengths.flatMap((length) => Array.from({ length }, (_, i) => i + 1));
  const kind = lengths.flatMap((length, i) => Array.from({ length }, () => kinds[i]!));
  return {
    centre,
    sigma,
    lcl,
    ucl,
    beyond: which(outside),
    runs: which(rank.map((r, i) => r >= RUN && kind[i] !== 0)),
  };
}

/** Lengths and kinds of the stretches of equal entries. */
function runLengths(signs: number[]): { lengths: number[]; kinds: number[] } {
  const ends = which(signs.map((s, i) => s !== signs[i + 1]));
  return { lengths: ends.map((end, i) => end - (ends[i - 1] ?? -1)), kinds: ends.map((end) => signs[end]!) };
}

const which = (flags: boolean[]): number[] => flags.flatMap((flag, i) => (flag ? [i] : []));
