/** Kinds of signals as people read them, those that mean most work first. A station's page lists the first group. */
const ofStation = {
  'out-of-spec': 'Out of spec',
  'out-of-control': 'Out of control',
  unmeasured: 'Not measured',
  implausible: 'Implausible value',
  'station-nok': 'Station said not OK',
  'unknown-verdict': 'Verdict not understood',
  skipped: 'Skipped',
  conflicting: 'Conflicting records',
  silent: 'Silent',
  clock: 'Clock differs',
};

const ofPlant = {
  ingest: 'Data path in danger',
  unread: 'Not evaluated',
  pointer: 'Index misleads',
  rejected: 'Rejected input',
};

export const stationKinds = Object.keys(ofStation);
export const plantKinds = [...stationKinds, ...Object.keys(ofPlant)];

/** Words for the column `kind`; the last row of a list that is longer than 500 counts the rest. */
export const kindWords = Object.entries({ ...ofStation, ...ofPlant, overflow: 'More, not listed' }).map(
  ([id, text]) => ({ id, text })
);
