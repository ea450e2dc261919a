import { type FoundSignal, foundSignals, type HoldingSignal, holdingSignals } from '@cellthread/vocabulary';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { alertUid } from './alertUid';
import { contained, containedWords } from './contained';
import { type RuleGroup } from './rule';
import { choose, links, spot } from './texts';

/** Why nobody can say that a cell is good, though no value of it is out of spec; and what to do. */
const kinds: Record<Exclude<HoldingSignal, 'out-of-spec'>, { summary: string; what: string }> = {
  conflicting: {
    summary: 'two records bear its ID and visit',
    what: 'Two units may bear one ID, or a station counted from 1 again. Both records stand, the worse decides. Look for the second unit; strike the record of a wrong ID with an event of kind void.',
  },
  unmeasured: {
    summary: 'a special characteristic was not measured',
    what: 'The station passed the cell without the value that the plan asks of every cell. Measure it, or find out why the gauge says nothing.',
  },
  implausible: {
    summary: 'a value lies outside what the gauge can say',
    what: 'The gauge sent an error number or is out of order, so the cell was not measured. Check the gauge with the master part and measure the cell again.',
  },
};

const told = (holdingSignals as readonly string[]).filter(
  (kind): kind is keyof typeof kinds & FoundSignal =>
    kind !== 'out-of-spec' && (foundSignals as readonly string[]).includes(kind)
);

/** Cells that nobody can call good: the line holds those that the plan contains. */
export function heldRules(): RuleGroup[] {
  const words = (of: 'summary' | 'what') =>
    choose(
      'kind',
      told.map((kind) => [kind, kinds[kind][of]]),
      '{{ $labels.kind }}'
    );
  return [
    {
      name: 'Unproven cells, held',
      interval: '1m',
      rules: [
        {
          uid: alertUid('unproven-held'),
          title: 'Cells that nobody can call good, held',
          rangeS: 15 * 60,
          query: signalsQuery(told, 'fresh', [contained]),
          team: 'line',
          command: { repeat: '4h' },
          summary: `Cell {{ $labels.cell_id }} at ${spot}: ${words('summary')}`,
          description: `{{ with $labels.characteristic }}Characteristic: {{ . }}. {{ end }}${containedWords} ${words('what')}`,
          dashboardUid: dashboardUids.line,
          panelId: 9,
          links: links.traveler,
        },
      ],
    },
  ];
}
