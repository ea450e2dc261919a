const minute = 60_000;
const steps: Array<[unit: string, ms: number]> = [
  ['d', 24 * 60 * minute],
  ['h', 60 * minute],
];

/** How long ago a moment was, in the largest unit of which there are two, with units that every language reads: `90 min`, `3 h`. */
export function age(sinceMs: number, nowMs: number): string {
  const ms = Math.max(0, nowMs - sinceMs);
  const [unit, size] = steps.find(([, length]) => ms >= 2 * length) ?? ['min', minute];
  return `${Math.floor(ms / size)} ${unit}`;
}
