import { readFileSync } from 'node:fs';
import { caseFile } from '../cases/runCases';
import { type Place, rowRemainder, rowTime } from './rowTime';

const SLOTS = 256;
const TRAYS = 3907; // a million cells

const identity = (cell: string) => `${cell}/soaking/1/ok/soak_time=24.0`;

/** How many cells meet another of their tray, each tray ending within one second at one machine. */
function met(trays: number, place: (slot: number, tray: number) => Omit<Place, 'item'>): number {
  let count = 0;
  for (let tray = 0; tray < trays; tray++) {
    const taken = new Set<number>();
    for (let k = 1; k <= SLOTS; k++) {
      const item = `0EPCB1LFP0202AGB${String(tray * SLOTS + k).padStart(8, '0')}`;
      taken.add(rowRemainder('s', identity(item), { item, ...place(k, tray) }));
    }
    count += SLOTS - taken.size;
  }
  return count;
}

/** How lines name the places of a tray. */
const places: Array<(k: number) => Omit<Place, 'item'>> = [
  (k) => ({ slot: String(k) }),
  (k) => ({ slot: `${'ABCDEFGHIJKLMNOP'[(k - 1) >> 4]}${((k - 1) & 15) + 1}` }),
  (k) => ({ slot: String(k + 5000) }),
  (k) => ({ position: `channel-${k}` }),
];

test('of a million tray cells none share a row time, however slots and positions are written', () => {
  expect(met(TRAYS, (k, tray) => places[tray % places.length]?.(k) ?? {})).toBe(0);
}, 120_000);

test('one hash without the place would merge cells of a hundred thousand', () => {
  expect(met(TRAYS / 10, () => ({ slot: '1' }))).toBeGreaterThan(0);
}, 30_000);

test('the place stays within the second of the source time', () => {
  const times = [0, 1, 999].map((slot) => rowTime(1_768_478_400_500, 's', 'x', { item: 'x', slot: String(slot) }));
  expect(times.map((ns) => ns / 1_000_000n)).toEqual([1_768_478_400_000n, 1_768_478_400_001n, 1_768_478_400_999n]);
});

test('cells of a tray are timed as Telegraf timed those of the cases', () => {
  const rows = ['a-tray-of-256-ending-in-the-same-second-stays-256-rows', 'a-place-in-a-tray-is-part-of-the-row-time']
    .flatMap((name) => readFileSync(caseFile(name, 'expected'), 'utf8').split('\n'))
    .filter((row) => row.startsWith('soaking,'));
  const told = rows.map((row) => {
    const [item = '', slot, position] = ['cell_id', 'slot', 'position'].map(
      (name) => new RegExp(`[, ]${name}="([^"]+)"`).exec(row)?.[1]
    );
    const computed = rowTime(1_768_478_399_500, 's', identity(item), { item, slot, position });
    return { time: row.slice(-19), computed: String(computed) };
  });
  expect(told).toHaveLength(256 + 8);
  expect(told.map(({ time }) => time)).toEqual(told.map(({ computed }) => computed));
});
