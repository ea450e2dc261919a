import { foundSignals, signalKindName, signalRuleName, signalRules, stationSignals } from '@cellthread/vocabulary';

export const stationKinds = stationSignals;
export const plantKinds = foundSignals;

/** Words for the column `kind`; the last row of a list that is longer than 500 counts the rest. */
export const kindWords = [
  ...foundSignals.map((id) => ({ id: id as string, text: signalKindName[id] as string })),
  { id: 'overflow', text: 'More, not listed' },
];

/** Words for the column `rule`; the rules of charts are known by their ids. */
export const ruleWords = signalRules.map((id) => ({ id, text: signalRuleName[id] }));
