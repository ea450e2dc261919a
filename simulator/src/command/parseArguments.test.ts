import { parseArguments } from './parseArguments';

test('without options it runs live, without history and faults', () => {
  expect(parseArguments([])).toMatchObject({
    seed: 1,
    historyMs: 0,
    sinceMs: 0,
    live: true,
    faults: [],
    cells: Infinity,
  });
});

test('a history brings a thin past of 35 days unless another one is asked for', () => {
  expect(parseArguments(['--history', '8h'])).toMatchObject({ historyMs: 8 * 3_600_000, sinceMs: 35 * 86_400_000 });
  expect(parseArguments(['--history', '8h', '--since', '0']).sinceMs).toBe(0);
});

test('faults are repeatable and carry start and duration', () => {
  const { faults } = parseArguments(['--fault', 'nozzle-wavering@-3h/90m', '--fault', 'welder-leakers']);
  expect(faults).toEqual([
    { id: 'nozzle-wavering', startMs: -3 * 3_600_000, lastsMs: 90 * 60_000 },
    { id: 'welder-leakers', startMs: undefined, lastsMs: undefined },
  ]);
});

test('a fault is told its place, usual ones are left to the plan', () => {
  const { faults, usualFaults } = parseArguments([
    '--fault',
    'usual,drift:press.force@-2h',
    '--fault',
    'late:press,nozzle-wavering:filler-03.nozzle-7',
  ]);
  expect(usualFaults).toBe(true);
  expect(faults).toEqual([
    { id: 'drift', place: 'press.force', startMs: -2 * 3_600_000 },
    { id: 'late', place: 'press' },
    { id: 'nozzle-wavering', place: 'filler-03.nozzle-7' },
  ]);
});

test('faults may stand in one text, parted by commas, and none is none', () => {
  expect(parseArguments(['--fault', 'welder-leakers,leak-tester-drift']).faults.map(({ id }) => id)).toEqual([
    'welder-leakers',
    'leak-tester-drift',
  ]);
  expect(parseArguments(['--fault', 'none']).faults).toEqual([]);
});

test('the MES decides and commands are acknowledged at once, unless it is said otherwise', () => {
  expect(parseArguments([])).toMatchObject({ mes: true, acks: { late: 0.02, never: 0.005 } });
  expect(parseArguments(['--mes', 'none', '--ack-late', '1', '--ack-never', '0'])).toMatchObject({
    mes: false,
    acks: { late: 1, never: 0 },
  });
});

test.each([
  [['--fault', 'two words'], /--fault two words: write ID\[:PLACE/],
  [['--history', 'long'], /--history: "long" is not a duration/],
  [['--seed', 'x'], /--seed x/],
  [['--speed', '0'], /--speed 0/],
  [['--rate', '0'], /--rate 0: write a number of at least 0.1/],
  [['--world', 'flat'], /--world flat: write usual or even/],
  [['--mes', 'off'], /--mes off: write usual or none/],
  [['--ack-late', '2'], /--ack-late 2: write a share from 0 to 1/],
  [['--nothing'], /--nothing/],
])('%j is refused with a sentence that names it', (argv, message) => {
  expect(() => parseArguments(argv)).toThrow(message);
});
