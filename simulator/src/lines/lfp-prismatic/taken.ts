import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '../../plant/readPlant';
import { type Message } from '../../world/Message';
import { world } from '../../world/world';
import { type WorldOptions } from '../../world/WorldOptions';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const plant = readPlant(loadPlan());
export const start = Date.UTC(2026, 10, 23, 8);
export const dense: WorldOptions = {
  startMs: start,
  liveMs: start + 24 * HOUR,
  sinceMs: start,
  thinCells: 0,
  compress: 150,
  cells: Infinity,
  defects: 1,
  epoch: 0,
  faults: [],
};

/** All messages of a world up to a moment. */
export function take(options: WorldOptions, until: number, seed = 1): Message[] {
  const messages: Message[] = [];
  for (const message of world(plant, seed, options)) {
    if (message.timeMs > until) {
      break;
    }
    messages.push(message);
  }
  return messages;
}

/** A message taken apart. */
export interface Row {
  contract: string;
  name: string;
  line: string;
  equipment: string;
  p: Record<string, unknown> & { values: Record<string, number>; lots?: Record<string, string>; timestamp_ms: number };
}

export const rows = (messages: readonly Message[]): Row[] =>
  messages.map(({ topic, payload }) => {
    const [, , , , , line = '', equipment = '', contract = '', name = ''] = topic.split('/');
    return { contract, name, line, equipment, p: payload as Row['p'] };
  });
