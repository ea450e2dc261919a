import { type Characteristic } from '@cellthread/plan';
import { limitRules, signalRuleName } from '@cellthread/vocabulary';
import { ratio } from '../facts';
import { choose } from '../texts';

/** What a stream does, by the rule that found it: `wavers, spread 2.4 × that of its sisters`. */
export function processWords(kind: string, characteristics: readonly Characteristic[]): string {
  if (kind === 'k-of-n') {
    return 'is out of spec again and again';
  }
  const usual = comparedWith(characteristics);
  const times = (what: string) => `{{ if $values.R }}, ${what} ${ratio} × ${usual}{{ end }}`;
  return choose(
    'rule',
    [
      [
        'spread',
        `{{ if $values.R }}{{ if lt $values.R.Value 1.0 }}scatters less{{ else }}wavers{{ end }}{{ else }}wavers{{ end }}${times('spread')}`,
      ],
      ['level', `has shifted{{ if $values.R }} by ${ratio} σ{{ end }}`],
      ['share', `fails too often${times('share')}`],
      ...limitRules.map((rule) => [rule, `is ${signalRuleName[rule]}`] as const),
    ],
    'is out of control'
  );
}

/** What the plan compares a stream with. */
const comparedWith = (characteristics: readonly Characteristic[]) =>
  choose(
    'characteristic',
    characteristics.filter(({ monitor }) => monitor.against === 'sisters').map(({ id }) => [id, 'its sisters']),
    'usual'
  );
