import type { SignalValue } from '@cellthread/vocabulary';

/** What a rule asks beside its condition, by the id of the query. */
export const factOfRef = {
  S: 'since',
  C: 'cells',
  O: 'out_of_spec',
  H: 'held',
  R: 'ratio',
  G: 'gauge',
} as const satisfies Record<string, SignalValue>;

/**
 * What the queries beside that of the condition answer for the same signal. What is not asked, not answered or no number (which
 * does not equal itself) leaves no trace in a text.
 */
export const known = (ref: 'A' | keyof typeof factOfRef, text: string, otherwise = '') =>
  `{{ with $values.${ref} }}{{ if eq .Value .Value }}${text}{{ else }}${otherwise}{{ end }}{{ else }}${otherwise}{{ end }}`.replaceAll(
    '{{ else }}{{ end }}',
    '{{ end }}'
  );

const number = (decimals: number) => `{{ printf "%.${decimals}f" .Value }}`;

/** ` for 47 min`: how long it has lasted. Texts of rules know no local time. */
export const lasting = known(
  'S',
  ' for {{ humanizeDuration .Value | reReplaceAll "([0-9]+)m( [0-9.]+s)?$" "$1 min" }}'
);

/** `; 38 cells, 6 out of spec, 5 held`. */
export const concerned =
  known('C', `; ${number(0)} cells`) +
  known('O', `, ${number(0)} out of spec`) +
  known('H', `{{ if gt .Value 0.0 }}, ${number(0)} held{{ end }}`);

/** Before what is to be done about a process: a gauge that drifts looks the same. */
export const gaugeFirst = known(
  'G',
  '{{ if gt .Value 0.0 }}Check the gauge first: it is off its master part, or its check is overdue. {{ end }}'
);

/** `2.4`, of `known('R', …)`: how it is now beside how it usually is; of a level, σ of the single cell. */
export const ratio = number(1);
