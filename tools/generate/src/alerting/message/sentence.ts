import { type Plan } from '@cellthread/plan';
import { countedSignals, limitRules, unreadReasons } from '@cellthread/vocabulary';
import { plantTexts } from '../people/plantTexts';
import { choose } from '../texts';
import { wordingOf } from '../wording/wordings';
import { stationName } from './names';
import { processWords } from './processWords';
import { safetyHours } from '../people/safetyRules';
import { silence } from '../people/silentRules';
import { template } from './template';
import { concerned, counted, heldOf, lasting, mostOf, told } from './told';

/** What is wrong in one sentence, by the kind of the alert; of what has no text here its rule's own. */
export function sentence(plan: Plan): string {
  const say = wordingOf(plan);
  const at = `${template('place')}: `;
  const watched = `{{ if $labels.characteristic }}${template('characteristic')}{{ else }}${say.verdict}{{ end }}`;
  const several = told(
    'cells',
    say.kOfN.said('{{ $facts.out_of_spec }}', '{{ . }}', template('items')),
    say.kOfN.unknown
  );
  const unread = `${say.unread.summary}{{ with $labels.station }}${stationName(plan)}, {{ end }}{{ if $labels.rule }}${unreadWords(plan)}{{ else }}${say.unread.unreadable}{{ end }}`;
  return choose(
    'kind',
    [
      [
        'out-of-control',
        `${template('place')}${mostOf(say)}: ${watched} ${processWords(say)}${lasting(say)}${concerned(say)}`,
      ],
      ['k-of-n', `${at}${watched} ${several}${lasting(say)}${heldOf(say)}`],
      [
        'out-of-spec',
        `${at}${say.safety.said(template('characteristic'), template('rule'))}${counted(say, say.inHours(safetyHours))}`,
      ],
      ['silent', `${at}${silence(say)}${lasting(say)}`],
      ['unread', unread],
      ...Object.entries(plantTexts(plan)).map(([kind, { bare, saysItems, summary }]): [string, string] => [
        kind,
        `${bare ? '' : at}${summary}${isCounted(kind) ? counted(say) : saysItems ? `${told('since', ',')}${lasting(say)}` : `${lasting(say)}${concerned(say)}`}`,
      ]),
    ],
    '{{ $.Annotations.summary }}'
  );
}

const isCounted = (kind: string) => (countedSignals as readonly string[]).includes(kind);

/** The rule of a value, in words. */
export const ruleWords = (plan: Plan) =>
  choose(
    'rule',
    limitRules.map((rule) => [rule, wordingOf(plan).rules[rule]]),
    '{{ $labels.rule }}'
  );

/** Why alert rules did not see what they look at. */
const unreadWords = (plan: Plan) =>
  choose(
    'rule',
    unreadReasons.map((reason) => [reason, wordingOf(plan).unreadReasons[reason]]),
    '{{ $labels.rule }}'
  );
