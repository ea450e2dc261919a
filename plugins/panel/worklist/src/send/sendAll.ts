import { type Entry } from '../actions/statements';
import { type Outcome } from './Outcome';

/** How many are under way at a time: each is answered when it was read back. */
const atOnce = 4;

/** Sends entries, and tells of each what becomes of it. */
export async function sendAll(
  entries: readonly Entry[],
  send: (entry: Entry) => Promise<Outcome>,
  told: (key: string, outcome: Outcome) => void
): Promise<void> {
  const left = [...entries];
  const work = async () => {
    for (let entry = left.shift(); entry; entry = left.shift()) {
      told(entry.key, { state: 'sending' });
      told(entry.key, await send(entry));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
