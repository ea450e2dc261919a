import path from 'node:path';
import { root } from '@cellthread/install';
import { parseDemoOptions } from './options';

const parsed = (...args: string[]) => {
  const options = parseDemoOptions(args);
  if (options === 'help') {
    throw new Error('unexpected help');
  }
  return options;
};

it('without arguments the demo has the history and the faults that show its line best', () => {
  expect(parsed()).toMatchObject({
    portBase: 8600,
    history: 'auto',
    seed: 1,
    simulator: true,
    open: true,
    faults: ['usual'],
  });
});

it('a named fault replaces the default ones, and "none" leaves the line healthy', () => {
  expect(parsed('--fault', 'calender-drift').faults).toEqual(['calender-drift']);
  expect(parsed('--fault', 'none').faults).toEqual([]);
});

it('the simulated MES can be told to leave decisions to people', () => {
  expect(parsed().extra).toEqual(['--mes', 'usual']);
  expect(parsed('--mes', 'none').extra).toEqual(['--mes', 'none']);
});

it.each([
  [['--mes', 'off'], '--mes off: write usual or none.'],
  [['--port-base', '80'], '--port-base 80 is not a whole number from 1024 to 65532.'],
  [['--port-base', 'x'], '--port-base x is not a whole number from 1024 to 65532.'],
  [['--seed', '-1'], "Option '--seed' argument is ambiguous"],
  [['--seed', '1.5'], '--seed 1.5 is not a whole number'],
  [['--history', 'long'], '--history long is no duration: write 90m, 8h or 2d.'],
  [['--faults', 'x'], "Unknown option '--faults'"],
])('%j is refused by name', (args, sentence) => {
  expect(() => parseDemoOptions(args)).toThrow(sentence);
});

it('another plant has a data folder of its own', () => {
  const dir = path.join(root, 'plants/pouch-pilot');
  expect(parsed('--plant', dir)).toMatchObject({ plant: { dir }, faults: ['usual'] });
  expect(parsed('--plant', dir).dataDir).toBe(path.join(root, '.cellthread/plants/pouch-pilot'));
  expect(parsed('--plant', dir, '--data', '/somewhere').dataDir).toBe('/somewhere');
});

it('a folder without a plan is refused by name', () => {
  expect(() => parsed('--plant', '/nowhere')).toThrow('--plant: /nowhere is no folder of a plant');
});

it('the data folder is taken from the checkout unless it is absolute', () => {
  expect(parsed('--data', '/somewhere').dataDir).toBe('/somewhere');
  expect(parsed().dataDir).toMatch(/\.cellthread$/);
});
