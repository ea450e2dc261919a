import type { SignalValue } from '@cellthread/vocabulary';
import type { Wording } from './wording/Wording';

/** What a rule asks beside its condition, by the id of the query. */
export const factOfRef = {
  S: 'since',
  C: 'cells',
  O: 'out_of_spec',
  H: 'held',
  R: 'ratio',
  D: 'shift',
  N: 'sisters',
  G: 'gauge',
  W: 'departs',
} as const satisfies Record<string, SignalValue>;

export type FactRef = keyof typeof factOfRef;

/**
 * What the queries beside that of the condition answer for the same signal. What is not asked, not answered or no number (which
 * does not equal itself) leaves no trace in a text.
 */
export const known = (ref: 'A' | FactRef, text: string, otherwise = '') =>
  `{{ with $values.${ref} }}{{ if eq .Value .Value }}${text}{{ else }}${otherwise}{{ end }}{{ else }}${otherwise}{{ end }}`.replaceAll(
    '{{ else }}{{ end }}',
    '{{ end }}'
  );

/** The number of a query, of `known`. */
export const number = (decimals: number, { point }: Pick<Wording, 'point'>) =>
  `{{ printf "%.${decimals}f" .Value${point === '.' ? '' : ` | reReplaceAll "\\\\." "${point}"`} }}`;

/** The same without its sign. */
export const size = (decimals: number, { point }: Pick<Wording, 'point'>) =>
  `{{ printf "%.${decimals}f" .Value | reReplaceAll "^-" ""${point === '.' ? '' : ` | reReplaceAll "\\\\." "${point}"`} }}`;

/** A whole number by the id of its query, wherever it stands; of a query that is known to have answered. */
export const count = (ref: FactRef) => `{{ printf "%.0f" $values.${ref}.Value }}`;

/** ` for 47 min`: how long it has lasted. Texts of rules know no local time. */
export const lasting = (say: Wording) =>
  known('S', say.lasting('{{ humanizeDuration .Value | reReplaceAll "([0-9]+)m( [0-9.]+s)?$" "$1 min" }}'));

/** `; 38 cells, 6 out of spec, 5 held`. */
export const concerned = (say: Wording) =>
  known('C', `; ${number(0, say)} {{ if eq .Value 1.0 }}${say.cells[0]}{{ else }}${say.cells[1]}{{ end }}`) +
  known('O', `, ${number(0, say)} ${say.outOfSpec}`) +
  heldOf(say);

/** `, 5 held`, where some are. */
export const heldOf = (say: Wording) => known('H', `{{ if gt .Value 0.0 }}, ${number(0, say)} ${say.held}{{ end }}`);

/** A text by what departs: the data source's numbers of it. */
export const byDeparture = (texts: Partial<Record<Departure, string>>, otherwise: string) =>
  known(
    'W',
    `${departures.flatMap((id, i) => (texts[id] === undefined ? [] : [`{{ if eq .Value ${i + 1}.0 }}${texts[id]}{{ else }}`])).join('')}${otherwise}${'{{ end }}'.repeat(Object.keys(texts).length)}`,
    otherwise
  );

const departures = ['level', 'spread', 'share', 'gauge'] as const;
type Departure = (typeof departures)[number];

/** Before what is to be done about a process: a gauge that drifts looks the same. */
export const gaugeFirst = (say: Wording) => known('G', `{{ if gt .Value 0.0 }}${say.gauge.first}{{ end }}`);
