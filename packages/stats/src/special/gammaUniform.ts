import { lessLog1p } from './gammaSeries';
import { normalCdf, normalSf } from './normal';

/** Powers of 1/a and of η that leave less than the last digit for a ≥ 200 and |x − a| < 0.3 a. */
const POWERS = 7;
const TERMS = 18;

/** α of η(μ) inverted, μ = Σ αₙ ηⁿ (DLMF 8.12.14 in the notation of 8.12.12): α₁ 1, α₂ 1/3, α₃ 1/36 … */
function inverted(count: number): number[] {
  const alpha = [0, 1];
  for (let n = 2; n <= count; n++) {
    let sum = alpha[n - 1]!;
    for (let j = 2; j < n; j++) {
      sum -= j * alpha[j]! * alpha[n - j + 1]!;
    }
    alpha.push(sum / (n + 1));
  }
  return alpha;
}

/** dₖₙ of cₖ(η) = Σ dₖₙ ηⁿ (DLMF 8.12.12 and 8.12.13), with Stirling's gₖ = 1·3·5…(2k + 1) α₂ₖ₊₁. */
function coefficients(): number[][] {
  const longest = 2 * POWERS + TERMS + 2;
  const alpha = inverted(longest);
  const first = Array.from({ length: longest - 2 }, (_, n) => (n + 2) * alpha[n + 2]! - (n === 0 ? 1 : 0));
  const rows = [first];
  let odd = 1;
  for (let k = 1; k < POWERS; k++) {
    odd *= 2 * k + 1;
    const stirling = (k % 2 ? -1 : 1) * odd * alpha[2 * k + 1]!;
    const before = rows[k - 1]!;
    rows.push(Array.from({ length: before.length - 2 }, (_, n) => stirling * first[n]! + (n + 2) * before[n + 2]!));
  }
  return rows.map((row) => row.slice(0, TERMS));
}

const d = coefficients();

/**
 * P(a, x), or Q(a, x) with `upper`, at x = a(1 + mu) by the uniform expansion for large a (Temme 1979, SIAM J. Math. Anal. 10,
 * 757–766; DLMF 8.12.3–8.12.7), for a ≥ 200 and |mu| < 0.3. `mu` is taken for itself, so that no digits go with x − a.
 */
export function gammaUniform(mu: number, a: number, upper: boolean): number {
  const half = lessLog1p(mu);
  const eta = Math.sign(mu) * Math.sqrt(2 * half);
  let sum = 0;
  for (let k = POWERS - 1; k >= 0; k--) {
    const row = d[k]!;
    let c = 0;
    for (let n = TERMS - 1; n >= 0; n--) {
      c = row[n]! + eta * c;
    }
    sum = c + sum / a;
  }
  const rest = (Math.exp(-a * half) / Math.sqrt(2 * Math.PI * a)) * sum;
  const z = eta * Math.sqrt(a);
  return upper ? normalSf(z) + rest : normalCdf(z) - rest;
}
