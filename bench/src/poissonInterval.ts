/** Two-sided 95 % of a Poisson count (normal approximation of its square root). */
export const poissonInterval = (n: number): [number, number] => [
  Math.max(0, Math.sqrt(n) - 0.98) ** 2,
  (Math.sqrt(n) + 0.98) ** 2,
];
