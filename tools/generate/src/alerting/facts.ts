import type { SignalValue } from '@cellthread/vocabulary';
import type { Wording } from './wording/Wording';

/** What a rule asks beside its condition, by the id of the query. */
export const factOfRef = {
  S: 'since',
  C: 'cells',
  O: 'out_of_spec',
  K: 'not_ok',
  H: 'held',
  R: 'ratio',
  D: 'shift',
  N: 'sisters',
  P: 'parts',
  G: 'gauge',
  W: 'departs',
} as const satisfies Record<string, SignalValue>;

export type FactRef = keyof typeof factOfRef;

/**
 * What a query answers for the signal, in a text of the rule. What is not asked, not answered or no number (which does not equal itself)
 * leaves no trace.
 */
const known = (ref: 'A' | FactRef, text: string) =>
  `{{ with $values.${ref} }}{{ if eq .Value .Value }}${text}{{ end }}{{ end }}`;

const point = ({ point }: Wording) => (point === '.' ? '' : ` | reReplaceAll "\\\\." "${point}"`);
const whole = () => '{{ printf "%.0f" .Value }}';
const tenths = (say: Wording) => `{{ printf "%.1f" .Value${point(say)} }}`;

/** Three digits that count, of large numbers all before the point. */
const digits = (say: Wording) =>
  `{{ if or (ge .Value 999.5) (le .Value -999.5) }}${whole()}{{ else }}{{ printf "%.3g" .Value${point(say)} }}{{ end }}`;

/** `47 min`. Texts of rules know no local time. */
const duration = () => '{{ humanizeDuration .Value | reReplaceAll "([0-9]+)m( [0-9.]+s)?$" "$1 min" }}';

/** What departs: the data source's numbers of it. */
const departures = ['level', 'spread', 'share', 'gauge', 'apart'] as const;
const departure = () =>
  `${departures.map((id, i) => `{{ ${i === 0 ? 'if' : 'else if'} eq .Value ${i + 1}.0 }}${id}`).join('')}{{ end }}`;

const texts: Record<FactRef, (say: Wording) => string> = {
  S: duration,
  C: whole,
  O: whole,
  K: whole,
  H: whole,
  R: tenths,
  D: digits,
  N: whole,
  P: whole,
  G: whole,
  W: departure,
};

/**
 * An annotation for each fact, by its name: of them the notification template makes its sentence. They stay while the data source
 * does not answer, when numbers of an alert are none of its own.
 */
export const factAnnotations = (refs: readonly FactRef[], say: Wording): Record<string, string> =>
  Object.fromEntries(refs.map((ref) => [factOfRef[ref], known(ref, texts[ref](say))]));

/** How far beyond, as an annotation. */
export const times = (say: Wording) => known('A', tenths(say));
