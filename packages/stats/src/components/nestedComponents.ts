export interface NestedComponents {
  mean: number;
  sigmaWithin: number;
  /** Inner groups (trays) inside outer ones (lots). */
  sigmaInner: number;
  sigmaOuter: number;
  n: number;
  inner: number;
  outer: number;
}

/**
 * Two nested random factors (cells in trays in lots), analysis-of-variance estimators with the coefficients for unequal
 * sizes; negative estimates are 0 (Searle, Casella & McCulloch, Variance Components, 1992, §5.4). `inner` ids are unique
 * over all outer groups. null where a level has no replication.
 */
export function nestedComponents(values: Float64Array, outer: Int32Array, inner: Int32Array): NestedComponents | null {
  const trays = new Map<number, { lot: number; n: number; mean: number }>();
  const lots = new Map<number, { n: number; mean: number }>();
  let n = 0;
  let mean = 0;
  let ssw = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x !== x) {
      continue;
    }
    n++;
    mean += (x - mean) / n;
    const lot = lots.get(outer[i]!) ?? { n: 0, mean: 0 };
    lots.set(outer[i]!, lot);
    lot.n++;
    lot.mean += (x - lot.mean) / lot.n;
    const tray = trays.get(inner[i]!) ?? { lot: outer[i]!, n: 0, mean: 0 };
    trays.set(inner[i]!, tray);
    tray.n++;
    const d = x - tray.mean;
    tray.mean += d / tray.n;
    ssw += d * (x - tray.mean);
  }
  const a = lots.size;
  const b = trays.size;
  if (a < 2 || b <= a || n <= b) {
    return null;
  }
  let ssInner = 0;
  let ssOuter = 0;
  let squaresOverLot = 0;
  let squares = 0;
  for (const tray of trays.values()) {
    const lot = lots.get(tray.lot)!;
    ssInner += tray.n * (tray.mean - lot.mean) ** 2;
    squaresOverLot += (tray.n * tray.n) / lot.n;
    squares += tray.n * tray.n;
  }
  let lotSquares = 0;
  for (const lot of lots.values()) {
    ssOuter += lot.n * (lot.mean - mean) ** 2;
    lotSquares += lot.n * lot.n;
  }
  const msw = ssw / (n - b);
  const msInner = ssInner / (b - a);
  const msOuter = ssOuter / (a - 1);
  // E MS(inner) = σ² + k₁σ²ᵢ; E MS(outer) = σ² + k₂σ²ᵢ + k₃σ²ₒ.
  const k1 = (n - squaresOverLot) / (b - a);
  const k2 = (squaresOverLot - squares / n) / (a - 1);
  const k3 = (n - lotSquares / n) / (a - 1);
  const innerVariance = Math.max(0, (msInner - msw) / k1);
  const outerVariance = Math.max(0, (msOuter - msw - k2 * innerVariance) / k3);
  return {
    mean,
    sigmaWithin: Math.sqrt(msw),
    sigmaInner: Math.sqrt(innerVariance),
    sigmaOuter: Math.sqrt(outerVariance),
    n,
    inner: b,
    outer: a,
  };
}

/** σ of a mean of n values that lie in `inner` inner and `outer` outer groups, all evenly. */
export function sigmaOfMean(c: NestedComponents, n: number, inner: number, outer: number): number {
  return Math.sqrt(c.sigmaWithin ** 2 / n + c.sigmaInner ** 2 / inner + c.sigmaOuter ** 2 / outer);
}
