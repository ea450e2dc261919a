import { betaCdf, betaQuantile } from '../special/beta';

/**
 * The least share of good ones that a random sample proves: the one-sided lower bound of Clopper and Pearson (1934), of n good ones and
 * none bad α^(1/n), α = 1 − confidence. 0 of a sample without a good one.
 */
export function provenShare(good: number, bad: number, confidence: number): number {
  if (!(good > 0)) {
    return 0;
  }
  const alpha = 1 - confidence;
  return bad === 0 ? alpha ** (1 / good) : betaQuantile(alpha, good, bad + 1);
}

/** How many have to be inspected at least, of which so many are bad, to prove a share of good ones (between 0 and 1). */
export function sampleToProve(share: number, bad: number, confidence: number): number {
  // A rounding error above α is none.
  const proves = (n: number) => betaCdf(share, n - bad, bad + 1) <= (1 - confidence) * (1 + 1e-12);
  let most = bad + 1;
  while (!proves(most)) {
    most *= 2;
  }
  let least = bad;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    [least, most] = proves(middle) ? [least, middle] : [middle, most];
  }
  return most;
}
