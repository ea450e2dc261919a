import { HOUR } from '@cellthread/calendar';
import { type Episode } from '../judge';
import { type Real, type SignalRow } from './startReal';

const LABELS = [
  'site',
  'line',
  'station',
  'equipment',
  'position',
  'product',
  'characteristic',
  'rule',
  'lot',
] as const;

/** The newest Monday morning that is a day over: the calendar of a run is always the same. */
export function lastMonday(nowMs: number): number {
  const [day, week] = [24 * HOUR, 7 * 24 * HOUR];
  const monday = 4 * day + 5 * HOUR;
  return Math.floor((nowMs - day - monday) / week) * week + monday;
}

/** What is told at a moment, as labels and since when, sorted: by the judge in memory. */
export const toldAt = (told: readonly Episode[], at: number): string[] =>
  told
    .filter(({ firstMs, endMs = Infinity }) => firstMs <= at && at < endMs)
    .map(({ stream, characteristic, what, lot = '', sinceMs }) =>
      spelled({ ...stream, characteristic, rule: what, lot, since: sinceMs })
    )
    .sort();

/** The same, by the datasource. */
export async function answeredAt(real: Real, at: number): Promise<string[]> {
  const rows = await real.signals({ kinds: ['out-of-control'], include: ['evidence'] }, at - HOUR, at);
  return rows.map(spelled).sort();
}

// What is told as a level when it begins may turn out to be a spread while it lasts.
const spelled = (row: SignalRow): string => {
  const { rule } = row;
  const told: SignalRow = { ...row, rule: rule === 'level' || rule === 'spread' ? 'values' : rule };
  return [...LABELS.map((name) => told[name] ?? ''), Number(told.since)].join(' ');
};
