import { type Table } from '../Benchmark';

/** What is told of a fault that shows in the records themselves, and when. */
interface RecordFault {
  told: string;
  names: string;
  when: string;
  /** Where a test holds it. */
  heldBy: string;
}

const WITH_IT = 'at the evaluation after the record was stored';
const REAL = 'bench/src/faults/real/sameSignals.test.ts';

/** Faults of records are told by signals of cells and senders, not by windows. */
export const recordFaults: Readonly<Record<string, RecordFault>> = {
  implausible: { told: '`implausible`', names: 'station, machine, position, cell, value', when: WITH_IT, heldBy: REAL },
  duplicate: {
    told: '`conflicting`',
    names: 'station, machine, position, the ID read twice',
    when: WITH_IT,
    heldBy: REAL,
  },
  missing: {
    told: '`rejected`, then `skipped`',
    names: 'machine and reason, then station and cell',
    when: `${WITH_IT}; skipped once the plan waits no longer for a late record, four hours at most`,
    heldBy: REAL,
  },
  late: {
    told: 'nothing',
    names: '–',
    when: 'it counts as if it had come in time',
    heldBy: 'plugins/datasource/cells/pkg/types/episodes_test.go',
  },
  'cell-id-trouble': {
    told: '`conflicting`, `rejected`, `skipped`: two IDs, none, late, each now and then',
    names: 'as above, by its parts; not tried together',
    when: 'as above',
    heldBy: REAL,
  },
};

export const recordTable = (): Table => ({
  title: 'Faults of records',
  header: ['fault', 'told by', 'names', 'when', 'held by'],
  rows: Object.entries(recordFaults).map(([id, { told, names, when, heldBy }]) => [
    id,
    told,
    names,
    when,
    `\`${heldBy}\``,
  ]),
});
