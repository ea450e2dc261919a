import { namedLines, type Plan } from '@cellthread/plan';
import { named, siteName } from './texts';
import { wordingOf } from './wording/wordings';

/** The most causes that one message spells out. */
const SPELLED = 10;

const HOUR_NS = 3_600_000_000_000;

/**
 * What people read, whatever brings it to them: `cellthread.title` in a line, `cellthread.message` with what to do and a link
 * to the chart around the moment when it began.
 */
export function messageTemplate(plan: Plan): string {
  const { over, of, first, firstOver } = wordingOf(plan).message;
  const firing = '{{ len .Alerts.Firing }}';
  return `{{ define "cellthread.title" -}}
{{ if .Alerts.Firing }}{{ (index .Alerts.Firing 0).Annotations.summary }}{{ if gt (len .Alerts.Firing) 1 }} (${of(firing)}){{ end }}{{ else }}${over}: {{ (index .Alerts.Resolved 0).Annotations.summary }}{{ end }}
{{- end }}

{{ define "cellthread.message" -}}
{{ range $i, $alert := .Alerts.Firing }}{{ if lt $i ${SPELLED} }}{{ template "cellthread.alert" $alert }}{{ end }}{{ end -}}
{{ if gt (len .Alerts.Firing) ${SPELLED} }}${first(SPELLED, firing)}
{{ end -}}
{{ range $i, $alert := .Alerts.Resolved }}{{ if lt $i ${SPELLED} }}${over}: {{ $alert.Annotations.summary }}
{{ end }}{{ end -}}
{{ if gt (len .Alerts.Resolved) ${SPELLED} }}${firstOver(SPELLED, '{{ len .Alerts.Resolved }}')}
{{ end }}
{{- end }}

{{ define "cellthread.alert" -}}
{{ $labels := .Labels -}}
{{ .Annotations.summary }}.
{{ with .Labels.line }}${named('line', namedLines(plan))}, {{ end }}{{ with .Labels.site }}${siteName(plan)}: {{ end }}{{ .Annotations.description }}
{{ with .Annotations.chart }}{{ . }}{{ template "cellthread.around" $ }}
{{ end }}{{ with .Annotations.dashboard }}{{ . }}{{ template "cellthread.around" $ }}
{{ end }}{{ with .Annotations.traveler }}{{ . }}
{{ end }}{{ end }}

{{ define "cellthread.around" }}{{ if not .Labels.pass }}&from={{ (.StartsAt.Add -${6 * HOUR_NS}).UnixMilli }}&to={{ (.StartsAt.Add ${HOUR_NS}).UnixMilli }}{{ end }}{{ end }}
`;
}
