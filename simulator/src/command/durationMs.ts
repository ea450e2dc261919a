const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * `8h`, `90s`, `35d`, `-3h`, `+10m`, `0` → ms.
 * @throws Error with a sentence naming the option
 */
export function durationMs(text: string, option: string): number {
  if (text === '0') {
    return 0;
  }
  const match = /^([+-]?)(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
  const unit = UNITS[match?.[3] ?? ''];
  if (!match || unit === undefined) {
    throw new Error(`--${option}: "${text}" is not a duration; write for example 30m, 8h or 35d.`);
  }
  return (match[1] === '-' ? -1 : 1) * Number(match[2]) * unit;
}
