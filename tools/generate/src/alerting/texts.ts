import { type Characteristic } from '@cellthread/plan';

/** A variable of a dashboard by a label; all of them where the alert has none, since an empty variable matches nothing. */
const variable = (label: string) =>
  `&var-${label}={{ with $labels.${label} }}{{ . | urlquery }}{{ else }}$__all{{ end }}`;

/** A variable that takes one value and keeps its own default where the alert names none. */
const oneOf = (label: string) => `{{ with $labels.${label} }}&var-${label}={{ . | urlquery }}{{ end }}`;

/** Rules pin the provisioned data source. */
const datasource = 'var-datasource=cellthread';

/** 2.8 hours that hold the pass of the alert's cell, in which its chart is read whenever the message is opened. */
const aroundThePass =
  '{{ with $labels.pass }}&from={{ reReplaceAll "[0-9]{7}$" "0000000" . }}&to={{ reReplaceAll "[0-9]{7}$" "9999999" . }}{{ end }}';

const place = ['site', 'line', 'equipment'].map(variable).join('');
const chart =
  `{{ externalURL }}d/cellthread-characteristic?${datasource}` +
  `${place}${oneOf('station')}${oneOf('characteristic')}${oneOf('product')}`;

/** Addresses in an alert, readable in mail and on a phone. */
export const links = {
  chart: { chart: `${chart}&from=now-6h&to=now` },
  chartAndTraveler: {
    chart: `${chart}${aroundThePass}`,
    traveler: `{{ externalURL }}d/cellthread-cell?${datasource}${oneOf('cell_id').replace('var-cell_id', 'var-cell')}`,
  },
  station: {
    dashboard: `{{ externalURL }}d/cellthread-station?${datasource}${place}${oneOf('station')}${aroundThePass}`,
    traveler: `{{ externalURL }}d/cellthread-cell?${datasource}${oneOf('cell_id').replace('var-cell_id', 'var-cell')}`,
  },
  line: { dashboard: `{{ externalURL }}d/cellthread-line?${datasource}${['site', 'line'].map(variable).join('')}` },
};

/** `filler-02 nozzle-4 of line-1 (de1)`, from the frame's labels; what the alert does not name is left out. */
export const where =
  '{{ with $labels.equipment }}{{ . }}{{ else }}station {{ $labels.station }}{{ end }}{{ with $labels.position }} {{ . }}{{ end }}' +
  '{{ with $labels.line }} of {{ . }}{{ end }}{{ with $labels.site }} ({{ . }}){{ end }}';

/** The value of the signal; nothing in an evaluation without data, for which Grafana expands annotations as well. */
export const measured = '{{ with $values.A }}{{ humanize .Value }}{{ end }}';

/** A template that puts the plan's name in the place of the id. */
export function nameOf(characteristics: Characteristic[]): string {
  return choose(characteristics.map(({ id, name }) => [id, name]));
}

/** A template that puts the reaction plan of the alert's characteristic; the plant's first language. */
export function reactionOf(characteristics: Characteristic[]): string {
  return choose(characteristics.map(({ id, reaction }) => [id, Object.values(reaction.text)[0] ?? '']));
}

function choose(cases: Array<[id: string, text: string]>): string {
  const branches = cases.map(
    ([id, text], index) => `{{ ${index === 0 ? 'if' : 'else if'} eq $labels.characteristic "${id}" }}${text}`
  );
  return `${branches.join('')}{{ else }}{{ $labels.characteristic }}{{ end }}`;
}
