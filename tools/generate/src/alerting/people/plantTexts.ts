import { type Plan } from '@cellthread/plan';
import { ingestRules, signalRuleName } from '@cellthread/vocabulary';
import { characteristicName, choose, measured, siteName } from '../texts';
import type { Told } from './plantRules';

const rule = choose(
  'rule',
  ingestRules.map((id) => [id, signalRuleName[id]]),
  '{{ $labels.rule }}'
);

/** What the kinds of the whole plant say, by kind; those that a later version finds may stand here before. */
export function plantTexts(plan: Plan): Partial<Record<string, Told>> {
  const name = `{{ with $labels.characteristic }}${characteristicName(plan)} {{ end }}`;
  return {
    clock: {
      title: 'The clock of a station is wrong, or its records wait',
      summary: 'records bear another time than that of their arrival ({{ $labels.rule }})',
      description:
        'The records are stored and judged, but charts show them at the wrong time. Set the clock of the station computer, or look where its records wait. Records that only tell what was bear "history": true.',
    },
    pointer: {
      title: 'The index leads to the record of another item',
      summary: 'the index leads from item {{ $labels.cell_id }} to another item’s record or to none',
      description:
        'Two records overwrote each other, or one was deleted. The traveler of the item shows the rest and says so. Have the station send its record again.',
      // A pointer may be stored some minutes before its record, which waits where the database was slow.
      forS: 10 * 60,
      panelId: 9,
    },
    rejected: {
      title: 'Inputs are rejected',
      summary: `${siteName(plan)}{{ with $labels.equipment }}, {{ . }}{{ end }}: inputs are rejected ({{ $labels.rule }})`,
      bare: true,
      description:
        'They are kept in the database of rejected inputs with the reason. Find the sender by its topic, repair it, and send the kept messages again with `cellthread replay`.',
      panelId: 4,
    },
    ingest: {
      title: 'The path of the data is about to fail',
      summary: `{{ $labels.equipment }}: records are about to be lost (${rule}, ${measured} × what is allowed)`,
      bare: true,
      description:
        'docs/full-disk.md says under {{ $labels.rule }} what it means and what to do, before anything is lost.',
      panelId: 4,
    },
    environment: {
      title: 'The air of a zone is out of its limits',
      summary: `${name}is out of its limits`,
      description:
        'Close doors, look at the dryer and the air conditioning; cells made since are marked on their travelers.',
    },
    overdue: {
      title: 'A master check or calibration is overdue',
      summary: `the gauge{{ with $labels.characteristic }} of ${characteristicName(plan)}{{ end }} was not checked in time`,
      description: 'Measure the master part. Until then a drift of the gauge looks like one of the process.',
    },
    missing: {
      title: 'Items did not arrive in time',
      summary: '{{ with $labels.cell_id }}{{ . }} {{ else }}items {{ end }}did not arrive in time',
      description: 'Look for them between this station and the one before.',
    },
    late: {
      title: 'Items arrived too late',
      summary:
        '{{ with $labels.cell_id }}{{ . }} {{ else }}items {{ end }}arrived after the longest time that the plan allows',
      description: 'Quality decides whether they may go on.',
    },
    'verdict-differs': {
      title: 'A station’s verdict differs from that of the plan',
      summary: 'its verdict differs from that of the plan’s limits',
      description: 'Compare the limits in the station’s program with those of the plan.',
    },
  };
}
