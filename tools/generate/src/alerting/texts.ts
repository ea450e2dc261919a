/** A variable of a dashboard by a label; all of them where the alert has none, since an empty variable matches nothing. */
const variable = (label: string) => `&var-${label}={{ or $labels.${label} "$__all" | urlquery }}`;

/** A variable that takes one value and keeps its own default where the alert names none. */
const oneOf = (label: string) => `{{ with $labels.${label} }}&var-${label}={{ . | urlquery }}{{ end }}`;

/** Rules pin the provisioned data source. */
const datasource = 'var-datasource=cellthread';

const place = ['site', 'line', 'equipment'].map(variable).join('');
const chart =
  `{{ externalURL }}d/cellthread-characteristic?${datasource}` +
  `${place}${variable('position')}${oneOf('station')}${oneOf('characteristic')}${oneOf('product')}`;
const traveler = `{{ externalURL }}d/cellthread-cell?${datasource}${oneOf('cell_id').replace('var-cell_id', 'var-cell')}`;

/** Addresses in an alert, readable in mail and on a phone. */
export const links = {
  /** Of a process: the message adds the hours around its beginning, which no text of a rule knows. */
  chart: { chart },
  traveler: { traveler },
  line: { dashboard: `{{ externalURL }}d/cellthread-line?${datasource}${['site', 'line'].map(variable).join('')}` },
};

/** `filler-02 nozzle-4`, from the frame's labels: where it is, as a rule says it. Names are the message's. */
export const spot =
  '{{ or $labels.equipment $labels.station $labels.line $labels.site }}{{ with $labels.position }} {{ . }}{{ end }}';

/** `filler-02 nozzle-4: `, or nothing where the alert names no place. */
export const at =
  '{{ with or $labels.equipment $labels.station $labels.line $labels.site }}{{ . }}{{ with $labels.position }} {{ . }}{{ end }}{{ with $labels.lot }} {{ . }}{{ end }}: {{ end }}';

/** The plan's name of what a label names by its id. */
export const named = (label: string, all: ReadonlyArray<{ id: string; name: string }>) =>
  choose(
    label,
    all.filter(({ id, name }) => id !== name).map(({ id, name }) => [id, literal(name)]),
    `{{ $labels.${label} }}`
  );

/** A text for each value of a label; values with one text share a branch. */
export function choose(label: string, cases: ReadonlyArray<readonly [string, string]>, otherwise: string): string {
  const byText = new Map<string, string[]>();
  cases.forEach(([value, text]) => byText.set(text, [...(byText.get(text) ?? []), `"${value}"`]));
  const branches = [...byText].map(
    ([text, values], i) => `{{ ${i === 0 ? 'if' : 'else if'} eq $labels.${label} ${values.join(' ')} }}${text}`
  );
  return branches.length === 0 ? otherwise : `${branches.join('')}{{ else }}${otherwise}{{ end }}`;
}

/** A text of the plan that no template reads as one of its actions. */
export const literal = (text: string) => text.replaceAll('{{', '{{ "{{" }}');
