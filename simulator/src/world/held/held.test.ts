import path from 'node:path';
import { loadPlan } from '@cellthread/plan/load';
import { defaultPlant } from '@cellthread/plan/plant';
import { dense, HOUR, plant as prismatic, rows, start } from '../../lines/lfp-prismatic/taken';
import { readPlant } from '../../plant/readPlant';
import { type Command } from '../../told/Told';
import { command, played, type Tell } from '../../told/testing/played';
import { type Message } from '../Message';
import { type WorldOptions } from '../WorldOptions';

const pouch = readPlant(loadPlan(path.join(defaultPlant(), '../pouch-pilot/plan.yaml')));
const prompt: WorldOptions = { ...dense, acks: { late: 0, never: 0 } };
const plants = [
  { name: 'prismatic', plant: prismatic, at: 'leak_prefill', gate: 'vacuum_drying', until: start + 3 * HOUR },
  { name: 'pouch', plant: pouch, at: 'tab_joining', gate: 'dosing_and_seal', until: start + 8 * HOUR },
];

const acksOf = (messages: Message[]) => rows(messages).filter(({ name }) => name === 'command-ack');
const visitsOf = (messages: Message[], cell: string) =>
  rows(messages)
    .filter(({ contract, p }) => contract === '_cellresult' && p.cell_id === cell)
    .map(({ name, p }) => ({ station: name, visit: p.visit, at: p.timestamp_ms, verdict: p.verdict }));

/** Somebody who picks the first good production cell that passes a station, and tells something of it, once. */
function onFirst(station: string, tells: (message: Message, cell: string, tell: Tell) => void, verdict = 'ok') {
  let cell: string | undefined;
  return {
    cell: () => cell ?? '',
    listen(message: Message, tell: Tell) {
      const { payload } = message;
      const fits = payload.run_type === 'production' && payload.verdict === verdict && payload.visit === 1;
      if (cell === undefined && fits && message.topic.endsWith(`/_cellresult/${station}`)) {
        cell = String(payload.cell_id);
        tells(message, cell, tell);
      }
    },
  };
}

describe.each(plants)('on the $name line', ({ plant, at, gate, until }) => {
  const play = (
    tells: (message: Message, cell: string, tell: Tell) => void,
    options: WorldOptions = prompt,
    verdict = 'ok'
  ) => {
    const picked = onFirst(at, tells, verdict);
    const { messages, heard } = played(plant, options, until, picked.listen);
    return { messages, heard, cell: picked.cell() };
  };

  test('a held cell waits before the next station until it is released', () => {
    let released = 0;
    const { messages, cell } = play((message, id, tell) => {
      released = message.timeMs + HOUR;
      tell(command(message, id, 1, 'hold'), 10);
      tell(command(message, id, 2, 'inspect'), HOUR / 2);
      tell(command(message, id, 3, 'release'), HOUR);
    });
    const acks = acksOf(messages);
    expect(acks.map(({ p }) => [p.reference, p.target_id, p.disposition, p.station, p.text])).toEqual([
      [`command-${cell}-1`, cell, 'hold', gate, `diverted before ${gate}`],
      [`command-${cell}-2`, cell, 'inspect', gate, `diverted before ${gate}`],
      [`command-${cell}-3`, cell, 'release', gate, `went on to ${gate}`],
    ]);
    const next = visitsOf(messages, cell).find(({ station }) => station === gate);
    expect(next?.at).toBeGreaterThan(released);
  });

  test('a cell that is sent back visits its station again, and goes on if it passes', () => {
    const { messages, cell } = play((message, id, tell) => {
      tell(command(message, id, 1, 'hold', { station: at }), 10);
      tell(command(message, id, 2, 'rework', { station: at }), HOUR / 4);
    });
    expect(acksOf(messages).at(-1)?.p.text).toBe(`sent back to ${at}`);
    expect(visitsOf(messages, cell).map(({ station, visit }) => [station, visit])).toEqual(
      expect.arrayContaining([
        [at, 1],
        [at, 2],
        [gate, 1],
      ])
    );
  });

  test.each(['scrap', 'downgrade'] as const)('a cell of state %s leaves the line', (state) => {
    const { messages, cell } = play((message, id, tell) => {
      tell(command(message, id, 1, 'hold'), 10);
      tell(command(message, id, 2, state), HOUR / 4);
      tell(command(message, id, 3, 'release'), HOUR / 2);
    });
    expect(acksOf(messages).map(({ p }) => p.text)).toEqual([
      `diverted before ${gate}`,
      `left the line before ${gate}`,
      `already past the gate: ${state === 'scrap' ? 'scrapped' : 'downgraded'}`,
    ]);
    expect(visitsOf(messages, cell).some(({ station }) => station === gate)).toBe(false);
  });

  test('only the greatest number of a cell is obeyed, and what is told again is acknowledged again', () => {
    const { messages, cell } = play((message, id, tell) => {
      tell(command(message, id, 2, 'hold'), 10);
      tell(command(message, id, 1, 'release'), 20);
      tell(command(message, id, 2, 'hold'), 30);
    });
    const acks = acksOf(messages);
    expect(acks.map(({ p }) => p.text)).toEqual([
      `diverted before ${gate}`,
      'nothing: number 2 was obeyed before',
      `diverted before ${gate}`,
    ]);
    expect(new Set(acks.map(({ p }) => p.event_id)).size).toBe(3);
    expect(visitsOf(messages, cell).some(({ station }) => station === gate)).toBe(false);
  });

  test('what is commanded of what the line does not know is acknowledged', () => {
    const { messages } = play((message, _, tell) => {
      tell(command(message, 'NOBODY', 1, 'hold'), 10);
      tell(command(message, 'W-1', 1, 'hold', { target: { type: 'window', id: 'W-1' } }), 20);
    });
    expect(acksOf(messages).map(({ p }) => p.text)).toEqual([
      'nothing: not known on this line',
      'nothing: this line does not follow a window',
    ]);
  });

  test('a command that comes after the gate holds at the one after it, and says so', () => {
    const picked = onFirst(gate, (message, cell, tell) => tell(command(message, cell, 1, 'hold', { station: at }), 10));
    const { messages } = played(plant, prompt, until, picked.listen);
    expect(acksOf(messages)[0]?.p.text).toMatch(new RegExp(`^already past the gate before ${gate}; diverted before `));
  });

  test('where the MES decides nothing, what fails waits until people have', () => {
    const off: WorldOptions = { ...prompt, defects: 6, mesOff: [{ fromMs: start, toMs: null }] };
    const failed = new Set<string>();
    const { messages } = played(plant, off, until, ({ payload, topic }) => {
      if (payload.verdict === 'nok' && payload.run_type === 'production' && topic.includes('/_cellresult/')) {
        failed.add(String(payload.cell_id ?? payload.item_id));
      }
    });
    expect(failed.size).toBeGreaterThan(3);
    const decided = rows(messages).filter(
      ({ name, p }) => (name === 'scrap' || name === 'rework') && failed.has(String(p.item_id))
    );
    expect(decided).toEqual([]);
    for (const cell of [...failed].slice(0, 20)) {
      expect(visitsOf(messages, cell).at(-1)?.verdict ?? 'nok').toBe('nok');
    }
  });

  test('an acknowledgement may be late, or never come; the command is obeyed all the same', () => {
    const hold = (message: Message, id: string, tell: Tell) => tell(command(message, id, 1, 'hold'), 10);
    const late = play(hold, { ...dense, acks: { late: 1, never: 0 } });
    const [ack] = acksOf(late.messages);
    const behind = (ack?.p.timestamp_ms ?? 0) - (late.heard[0]?.atMs ?? 0);
    expect(behind).toBeGreaterThanOrEqual(15_000);
    expect(behind).toBeLessThanOrEqual(90_000);
    const never = play(hold, { ...dense, acks: { late: 0, never: 1 } });
    expect(acksOf(never.messages)).toEqual([]);
    expect(visitsOf(never.messages, never.cell).some(({ station }) => station === gate)).toBe(false);
  });

  test('a world that hears the same again goes the same way', () => {
    const { messages, heard } = play((message, id, tell) => {
      tell(command(message, id, 1, 'hold'), 10);
      tell(command(message, id, 2, 'rework', { station: at }), HOUR / 4);
    }, dense);
    const again = played(plant, dense, until, () => undefined, heard);
    expect(JSON.stringify(again.messages)).toBe(JSON.stringify(messages));
  });
});

test('a lot that is held diverts all cells that took it, until it is released', () => {
  let lot: Command['target'] | undefined;
  let released = Infinity;
  const { messages } = played(prismatic, prompt, start + 3 * HOUR, (message, tell) => {
    const { electrolyte } = (message.payload.lots ?? {}) as Record<string, string>;
    if (!lot && electrolyte !== undefined && message.topic.includes('/line-1/')) {
      lot = { type: 'lot', id: electrolyte };
      released = message.timeMs + HOUR / 2;
      tell(command(message, '', 1, 'hold', { id: 'h', target: lot }), 10);
      tell(command(message, '', 2, 'release', { id: 'r', target: lot }), HOUR / 2);
    }
  });
  expect(acksOf(messages).map(({ p }) => p.text)).toEqual([
    '0 wait, those to come are diverted',
    expect.stringMatching(/^(\d\d+) of \1 that waited did not stay$/),
  ]);
  const took = new Set(rows(messages).flatMap(({ p }) => (p.lots?.electrolyte === lot?.id ? [p.cell_id] : [])));
  const soaked = rows(messages).filter(({ name, p }) => name === 'soaking' && took.has(p.cell_id));
  expect(took.size).toBeGreaterThan(50);
  expect(soaked.length).toBeGreaterThan(50);
  expect(Math.min(...soaked.map(({ p }) => p.timestamp_ms))).toBeGreaterThan(released);
});

test('a cell that is held in a tray is taken out of it, and goes on in another', () => {
  let tray = '';
  const picked = onFirst('soaking', (message, cell, tell) => {
    tray = String(message.payload.carrier);
    tell(command(message, cell, 1, 'hold'), 10);
    tell(command(message, cell, 2, 'use-as-is'), HOUR / 6);
  });
  const { messages } = played(prismatic, prompt, start + 5 * HOUR, picked.listen);
  const formed = rows(messages).filter(({ name, p }) => name === 'formation' && p.visit === 1);
  const mates = formed.filter(({ p }) => p.carrier === tray);
  const [own] = formed.filter(({ p }) => p.cell_id === picked.cell());
  expect(mates.length).toBeGreaterThan(20);
  expect(mates.map(({ p }) => p.cell_id)).not.toContain(picked.cell());
  expect(own?.p.timestamp_ms).toBeGreaterThan(Math.max(...mates.map(({ p }) => p.timestamp_ms)));
});
