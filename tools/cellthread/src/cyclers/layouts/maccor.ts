import type { Layout } from './Layout';

/** Text between a word of the header lines and the next tab. */
const after = (above: readonly string[], word: string): string =>
  above
    .map((line) =>
      line
        .split(word)[1]
        ?.split('\t')
        .find((text) => text.trim() !== '')
        ?.trim()
    )
    .find(Boolean) ?? '';

/** Maccor, one header line with the barcode; the extension is the channel. */
export const maccor: Layout = {
  id: 'maccor',
  about: 'Maccor, X.034 with Comment/Barcode in the first line',
  delimiter: '\t',
  header: ['Rec#', 'Test (Sec)', 'Amps', 'Volts', 'DPt Time'],
  columns: {
    voltage: 'Volts',
    current: 'Amps',
    capacity: 'Amp-hr',
    energy: 'Watt-hr',
    step: 'Step',
    cycle: 'Cyc#',
  },
  state: 'State',
  record: 'Rec#',
  clock: { column: 'DPt Time', kind: 'wall' },
  test: { column: 'Test (Sec)', unit: 'seconds' },
  source: ({ name, above }) => ({
    item: after(above, 'Comment/Barcode:'),
    position: /\.0*(\d+)$/.exec(name)?.[1] ?? '',
  }),
  dates: (above) =>
    ["Today's Date", 'Date of Test:']
      .map((word) => /^\s*(\d+\/\d+\/\d+)/.exec(above.map((line) => line.split(word)[1] ?? '').join(''))?.[1])
      .filter((text) => text !== undefined),
};
