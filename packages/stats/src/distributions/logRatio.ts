/** ln(x/unit) of positive numbers, with the digits of their difference where the two are close. */
export function logRatio(x: number, unit: number): number {
  const d = (x - unit) / unit;
  return Math.abs(d) < 0.5 ? Math.log1p(d) : Math.log(x / unit);
}

/** x with ln(x/unit) = `log`. */
export function fromLogRatio(log: number, unit: number): number {
  return Math.abs(log) < 0.5 ? unit + unit * Math.expm1(log) : unit * Math.exp(log);
}
