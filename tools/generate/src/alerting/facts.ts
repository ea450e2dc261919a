/** What the queries beside that of the condition answer for the same signal; an absent one leaves no trace in a text. */

/** ` for 47 min`: how long it has lasted. Texts of rules know no local time. */
export const lasting =
  '{{ with $values.S }} for {{ humanizeDuration .Value | reReplaceAll "([0-9]+)m( [0-9.]+s)?$" "$1 min" }}{{ end }}';

const count = (ref: string) => `{{ printf "%.0f" $values.${ref}.Value }}`;

/** `; 38 cells, 6 out of spec, 5 held`. */
export const concerned =
  `{{ if $values.C }}; ${count('C')} cells{{ end }}` +
  `{{ if $values.O }}, ${count('O')} out of spec{{ end }}` +
  `{{ with $values.H }}{{ if gt .Value 0.0 }}, ${count('H')} held{{ end }}{{ end }}`;

/** `2.4`: how it is now beside how it usually is; of a level, σ of the single cell. */
export const ratio = '{{ printf "%.1f" $values.R.Value }}';
