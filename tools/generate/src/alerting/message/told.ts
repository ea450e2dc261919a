import type { SignalValue } from '@cellthread/vocabulary';
import { countedMinutes } from '../people/countedMinutes';
import type { Wording } from '../wording/Wording';
import { template } from './template';

/** What the rule's annotations know of a fact, in the notification template; there it is the dot. */
export const told = (fact: SignalValue, text: string, otherwise = '') =>
  `{{ with $facts.${fact} }}${text}${otherwise && `{{ else }}${otherwise}`}{{ end }}`;

/** `1 roll`, `38 cells`, of a number that is told. */
export const items = `{{ . }} {{ if eq . "1" }}${template('item')}{{ else }}${template('items')}{{ end }}`;

/** ` for 47 min`. */
export const lasting = (say: Wording) => told('since', say.lasting('{{ . }}'));

/** `, most of 12 positions`, where a machine or line is told because most of its parts depart; `some` where fewer are left. */
export const mostOf = ({ most, some }: Wording) => {
  const parts = ({ positions, machines }: Wording['most'], n: string) =>
    `{{ if $labels.equipment }}${positions(n)}{{ else }}${machines(n)}{{ end }}`;
  return told(
    'parts',
    `{{ if match "^-" . }}${parts(some, '{{ reReplaceAll "^-" "" . }}')}{{ else }}${parts(most, '{{ . }}')}{{ end }}`
  );
};

/**
 * `; 7 cells in the last 15 min`, of items that a rule counts. Not of what is over: the last number that was counted is not how many
 * there were.
 */
export const counted = (say: Wording, over = say.lately(countedMinutes)) =>
  `{{ if ne $.Status "resolved" }}${told('cells', `; ${items}${over}`)}{{ end }}`;

/** `; 38 cells, 6 out of spec, 5 held`; of verdicts `6 not OK`. */
export const concerned = (say: Wording) =>
  told('cells', `; ${items}`) +
  told('out_of_spec', `, {{ . }} ${say.outOfSpec}`) +
  told('not_ok', `, {{ . }} ${say.notOk}`) +
  heldOf(say);

/** `, 5 held`, where some are. */
export const heldOf = (say: Wording) => told('held', `{{ if ne . "0" }}, {{ . }} ${say.held}{{ end }}`);

/** Before what is to be done about a process: a gauge that drifts looks the same. */
export const gaugeFirst = (say: Wording) => `{{ if eq $facts.gauge "1" }}${say.gauge.first}{{ end }}`;
