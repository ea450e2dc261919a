const seconds: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400 };

/** `30m`, `12h`, `180d` → seconds. The schema has checked the form; anything else is a programmer error. */
export function durationSeconds(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
  const unit = match?.[2];
  if (!match || unit === undefined) {
    throw new Error(`"${text}" is not a duration; write for example 30m, 12h or 7d`);
  }
  return Number(match[1]) * (seconds[unit] ?? Number.NaN);
}
