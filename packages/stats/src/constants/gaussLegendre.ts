export interface Quadrature {
  nodes: Float64Array;
  weights: Float64Array;
}

const cache = new Map<number, Quadrature>();

/** Gauss–Legendre nodes and weights on [−1, 1] for n points, by Newton on the Legendre polynomial; cached. */
export function gaussLegendre(n: number): Quadrature {
  const known = cache.get(n);
  if (known) {
    return known;
  }
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      let before = 1;
      let value = x;
      for (let k = 2; k <= n; k++) {
        const next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
        before = value;
        value = next;
      }
      slope = (n * (x * value - before)) / (x * x - 1);
      const delta = value / slope;
      x -= delta;
      if (Math.abs(delta) < 1e-16) {
        break;
      }
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  const made = { nodes, weights };
  cache.set(n, made);
  return made;
}
