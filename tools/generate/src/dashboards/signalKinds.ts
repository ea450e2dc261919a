import { foundSignals, signalKindName, stationSignals } from '@cellthread/vocabulary';

export const stationKinds = stationSignals;
export const plantKinds = foundSignals;

/** Words for the column `kind`; the last row of a list that is longer than 500 counts the rest. */
export const kindWords = [
  ...foundSignals.map((id) => ({ id: id as string, text: signalKindName[id] as string })),
  { id: 'overflow', text: 'More, not listed' },
];
