import { type Characteristic } from '@cellthread/plan';

const chart =
  '{{ externalURL }}d/cellthread-characteristic?var-station={{ $labels.station }}&var-characteristic={{ $labels.characteristic }}&var-equipment={{ $labels.equipment }}';

/** Addresses in an alert, readable in mail and on a phone. */
export const links = {
  chart: { chart },
  chartAndTraveler: { chart, traveler: '{{ externalURL }}d/cellthread-cell?var-cell={{ $labels.cell_id }}' },
  line: { dashboard: '{{ externalURL }}d/cellthread-line' },
};

/** `filler-02 nozzle-4 of line-1 (de1)`, from the frame's labels, as far as it has them. */
export const where =
  '{{ with $labels.equipment }}{{ . }}{{ else }}{{ $labels.station }}{{ end }}{{ with $labels.position }} {{ . }}{{ end }}{{ with $labels.line }} of {{ . }}{{ end }}{{ with $labels.site }} ({{ . }}){{ end }}';

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
