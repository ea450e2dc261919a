import { type Plan } from '@cellthread/plan';
import { type FoundSignal, foundSignals, holdingSignals } from '@cellthread/vocabulary';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { capital, itemWords, workedOn } from '../items';
import { alertUid } from './alertUid';
import { contained, containedWords } from './contained';
import { type RuleGroup } from './rule';
import { choose, links, spot } from './texts';
import type { Commands } from './wording/Wording';
import { wordingOf } from './wording/wordings';

type Kind = keyof Commands['kinds'] & FoundSignal;

const told = (holdingSignals as readonly string[]).filter(
  (kind): kind is Kind => kind !== 'out-of-spec' && (foundSignals as readonly string[]).includes(kind)
);

/** Cells that nobody can call good: the line holds those that the plan contains. */
export function heldRules(plan: Plan): RuleGroup[] {
  const say = wordingOf(plan);
  const { commands } = say;
  const words = itemWords(plan);
  const textOf = (of: 'summary' | 'what') =>
    choose(
      'kind',
      told.map((kind) => [kind, commands.kinds[kind][of]]),
      '{{ $labels.kind }}'
    );
  const noun = choose(
    'station',
    plan.stations.map(({ id, item }) => [id, capital(words.item[item])]),
    capital(words.anything[0])
  );
  return [
    {
      name: 'Unproven cells, held',
      interval: '1m',
      rules: [
        {
          uid: alertUid('unproven-held'),
          title: commands.unproven(capital(workedOn(plan)[1])),
          rangeS: 15 * 60,
          query: signalsQuery(told, 'fresh', [contained]),
          team: 'line',
          command: { repeat: '4h' },
          summary: `${commands.itemAt(`${noun} {{ $labels.cell_id }}`, spot)}: ${textOf('summary')}`,
          description: `{{ with $labels.characteristic }}${commands.characteristic}: {{ . }}. {{ end }}${containedWords(say)} ${textOf('what')}`,
          dashboardUid: dashboardUids.line,
          panelId: 9,
          links: links.traveler,
        },
      ],
    },
  ];
}
