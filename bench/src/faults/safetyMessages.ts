import { MINUTE } from '@cellthread/calendar';
import { type Plan, specFor, stationOf } from '@cellthread/plan';
import { type Records, type Visit } from './simulate';

/**
 * How many messages cells make of which a characteristic of severity `safety` is out of spec: one a machine, characteristic and minute, in
 * first visits (a retest out of spec is the same cell and adds none).
 */
export function safetyMessages(plan: Plan, records: Records): number {
  const messages = new Set<string>();
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
          messages.add([place, equipment, characteristic.id, Math.floor(timeMs / MINUTE)].join(' '));
        }
      }
    }
  }
  return messages.size;
}
