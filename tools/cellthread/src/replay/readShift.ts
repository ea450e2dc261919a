import { UsageError } from '../command';

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A span of time such as `1h`, `-90m` or `1h30m`. @returns ms. */
export function readShift(text: string): number {
  const parts = [...text.matchAll(/(\d+)(ms|[smhd])/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text.replace(/^[+-]/, '')) {
    throw new UsageError(`--shift "${text}" is no span of time: write for example 1h, -90m or 1h30m.`);
  }
  const ms = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
  return text.startsWith('-') ? -ms : ms;
}
