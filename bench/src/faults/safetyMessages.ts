import { type Plan, safetyQuietS, specFor, stationOf } from '@cellthread/plan';
import { type Records, type Visit } from './simulate';

/**
 * How many messages cells make that are out of spec in a characteristic of severity `safety`: one a machine and characteristic, and another one
 * where none came for so long that what was told is over. What was told in the first of these times is not counted, since nobody
 * knows what lasted when it began. Of first visits: a retest out of spec is the same cell.
 */
export function safetyMessages(plan: Plan, records: Records, fromMs: number): number {
  const last = new Map<string, number>();
  let messages = 0;
  for (const [place, rows] of records) {
    const { characteristics } = stationOf(plan, place.split(' ')[1]!);
    const severe = characteristics.filter(({ severity }) => severity === 'safety');
    for (const { text, timeMs, done } of severe.length > 0 ? rows : []) {
      if (done) {
        continue;
      }
      const { equipment, product, values } = JSON.parse(text) as Visit;
      for (const characteristic of severe) {
        const { lsl = -Infinity, usl = Infinity } = specFor(characteristic, product);
        const value = values[characteristic.id];
        if (value !== undefined && (value < lsl || value > usl)) {
          const of = [place, equipment, characteristic.id].join(' ');
          const quietSinceMs = (last.get(of) ?? fromMs) + 1000 * safetyQuietS;
          messages += timeMs > quietSinceMs ? 1 : 0;
          last.set(of, timeMs);
        }
      }
    }
  }
  return messages;
}
