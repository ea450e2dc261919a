const UNITS = { y: 31_536_000_000, w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

const DURATION = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** A duration as Prometheus writes it (`10s`, `1h30m`, `0`), in ms. Throws a sentence where it is none. */
export function parseDuration(text: string): number {
  const parts = DURATION.exec(text);
  if (text === '0') {
    return 0;
  }
  if (!text || !parts) {
    throw new Error(`"${text}" is no duration: write 30s, 5m or 1h30m`);
  }
  return Object.values(UNITS).reduce((sum, unit, i) => sum + Number(parts[i + 1] ?? 0) * unit, 0);
}
