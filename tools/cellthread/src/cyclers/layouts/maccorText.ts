import type { Layout } from './Layout';

/** The value of a line `Name:\tvalue` above the table. */
const entry = (above: readonly string[], key: string): string =>
  above
    .map((line) => line.split('\t'))
    .find(([name = '']) => name.replace(':', '').trim() === key)?.[1]
    ?.trim() ?? '';

/** Maccor's text export: a dozen lines above the table, test time in a unit that depends on the template. */
export const maccorText: Layout = {
  id: 'maccor-text',
  about: 'Maccor, text export with Name and Channel above the table',
  delimiter: '\t',
  header: ['Rec', 'TestTime', 'Current [A]', 'Voltage [V]', 'DPT Time'],
  columns: {
    voltage: 'Voltage [V]',
    current: 'Current [A]',
    capacity: 'Cap. [Ah]',
    energy: 'Ener. [Wh]',
    step: 'Step',
    cycle: 'Cycle P',
  },
  state: 'Md',
  record: 'Rec',
  clock: { column: 'DPT Time', kind: 'wall' },
  test: { column: 'TestTime' },
  // CELL.081: Maccor names its files by test and a number of three digits, which is no part of the ID.
  source: ({ above }) => ({ item: entry(above, 'Name').replace(/\.\d{3}$/, ''), position: entry(above, 'Channel') }),
  dates: (above) => [entry(above, 'Started')].filter((text) => text !== ''),
};
