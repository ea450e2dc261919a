import { type Characteristic } from '@cellthread/plan';
import { known, ratio } from '../facts';
import { choose } from '../texts';

/** What a stream does, by the rule that found it: `wavers, spread 2.4 × that of its sisters`. */
export function processWords(kind: string, characteristics: readonly Characteristic[]): string {
  if (kind === 'k-of-n') {
    return 'is out of spec again and again';
  }
  const usual = comparedWith(characteristics);
  const times = (what: string) => `, ${what} ${ratio} × ${usual}`;
  return choose(
    'rule',
    [
      [
        'spread',
        known('R', `{{ if lt .Value 1.0 }}scatters less{{ else }}wavers{{ end }}${times('spread')}`, 'wavers'),
      ],
      ['level', `has shifted${known('R', ` by ${ratio} σ`)}`],
      ['gauge', `is measured by a gauge that is off its master part${known('R', ` by ${ratio} σ`)}`],
      ['share', `fails too often${known('R', times('share'))}`],
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
