import { namedLines, type Plan } from '@cellthread/plan';
import { named, siteName } from './texts';

/** The most causes that one message spells out. */
const SPELLED = 10;

const HOUR_NS = 3_600_000_000_000;

/**
 * What people read, whatever brings it to them: `cellthread.title` in a line, `cellthread.message` with what to do and a link
 * to the chart around the moment when it began.
 */
export const messageTemplate = (plan: Plan): string => `{{ define "cellthread.title" -}}
{{ if .Alerts.Firing }}{{ (index .Alerts.Firing 0).Annotations.summary }}{{ if gt (len .Alerts.Firing) 1 }} (1 of {{ len .Alerts.Firing }}){{ end }}{{ else }}Over: {{ (index .Alerts.Resolved 0).Annotations.summary }}{{ end }}
{{- end }}

{{ define "cellthread.message" -}}
{{ range $i, $alert := .Alerts.Firing }}{{ if lt $i ${SPELLED} }}{{ template "cellthread.alert" $alert }}{{ end }}{{ end -}}
{{ if gt (len .Alerts.Firing) ${SPELLED} }}The first ${SPELLED} of {{ len .Alerts.Firing }}; the page Line lists them all.
{{ end -}}
{{ range $i, $alert := .Alerts.Resolved }}{{ if lt $i ${SPELLED} }}Over: {{ $alert.Annotations.summary }}
{{ end }}{{ end -}}
{{ if gt (len .Alerts.Resolved) ${SPELLED} }}The first ${SPELLED} of {{ len .Alerts.Resolved }} that are over.
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
