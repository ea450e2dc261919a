import {
  cellSignals,
  type FoundSignal,
  foundSignals,
  signalKindName,
  signalRuleName,
  signalRules,
  stationSignals,
} from '@cellthread/vocabulary';

export const stationKinds = stationSignals;
export const plantKinds = foundSignals;

const ofCells = (kind: FoundSignal) => (cellSignals as readonly string[]).includes(kind);

/** What is wrong with single cells; the others go wrong with machines, streams and the record. */
export const cellKinds = foundSignals.filter(ofCells);
export const causeKinds = foundSignals.filter((kind) => !ofCells(kind));
export const stationCellKinds = stationSignals.filter(ofCells);
export const stationCauseKinds = stationSignals.filter((kind) => !ofCells(kind));

/** Words for the column `kind`; the last row of a list that is longer than 500 counts the rest. */
export const kindWords = [
  ...foundSignals.map((id) => ({ id: id as string, text: signalKindName[id] as string })),
  { id: 'overflow', text: 'More, not listed' },
];

/** Words for the column `rule`; the rules of charts are known by their ids. */
export const ruleWords = signalRules.map((id) => ({ id, text: signalRuleName[id] }));
