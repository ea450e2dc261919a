import { cellSignals, type FoundSignal, foundSignals, signalRules, stationSignals } from '@cellthread/vocabulary';
import type { DashboardWords } from './words/DashboardWords';

// That nobody acknowledged a signal is said beside it: asked for as well, it searches all of them a second time.
const isOwn = (kind: FoundSignal) => kind !== 'unacknowledged';

export const stationKinds = stationSignals;
export const plantKinds = foundSignals.filter(isOwn);

const ofCells = (kind: FoundSignal) => (cellSignals as readonly string[]).includes(kind);

/** What is wrong with single cells; the others go wrong with machines, streams and the record. */
export const cellKinds = foundSignals.filter(ofCells);
export const causeKinds = plantKinds.filter((kind) => !ofCells(kind));
export const stationCellKinds = stationSignals.filter(ofCells);
export const stationCauseKinds = stationSignals.filter((kind) => !ofCells(kind));

/** Words for the column `kind`; the last row of a list that is longer than 500 counts the rest. */
export const kindWords = ({ kinds, notListed }: DashboardWords) => [
  ...foundSignals.map((id) => ({ id: id as string, text: kinds[id] })),
  { id: 'overflow', text: notListed },
];

/** Words for the column `rule`; the rules of charts are known by their ids. */
export const ruleWords = ({ rules }: DashboardWords) => signalRules.map((id) => ({ id, text: rules[id] }));
