import { type Plan } from '@cellthread/plan';
import { choose } from '../texts';
import { wordingOf } from '../wording/wordings';
import { template } from './template';
import { gaugeFirst } from './told';

/** What to do: of a process its reaction plan, else what the rule says. */
export function action(plan: Plan): string {
  const say = wordingOf(plan);
  const reaction = template('reaction');
  return choose(
    'kind',
    [
      [
        'out-of-control',
        `{{ if eq $facts.departs "gauge" }}${say.gauge.action}{{ else }}${gaugeFirst(say)}${reaction}{{ end }}`,
      ],
      ['k-of-n', reaction],
      ['out-of-spec', reaction],
    ],
    '{{ $.Annotations.description }}'
  );
}
