import { HttpError } from '../http/HttpError';

const UNITS: Record<string, number> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `from` and `to` of a query request: Unix milliseconds, or `now`, `now-6h`, `now+1d`. Result in Unix milliseconds. */
export function parseTime(value: unknown, now: number): number {
  const text = String(value ?? '');
  if (/^-?\d+$/.test(text)) {
    return Number(text);
  }
  const relative = /^now(?:([+-])(\d+)([smhdw]))?$/.exec(text);
  if (!relative) {
    throw new HttpError(400, `invalid time range: "${text}" is neither Unix milliseconds nor now-<n><s|m|h|d|w>`);
  }
  const [, sign, amount, unit] = relative;
  const shift = Number(amount ?? 0) * (UNITS[unit ?? 's'] ?? 0);
  return sign === '-' ? now - shift : now + shift;
}
