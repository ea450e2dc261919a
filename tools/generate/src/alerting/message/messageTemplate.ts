import { type Plan } from '@cellthread/plan';
import { countedSignals, severalSignals } from '@cellthread/vocabulary';
import { countedMinutes } from '../people/countedMinutes';
import { wordingOf } from '../wording/wordings';
import { action } from './action';
import { characteristicName, item, items, lineName, place, reaction, siteName, unit } from './names';
import { ruleWords, sentence } from './sentence';
import { define } from './template';

/** The most causes that one message spells out. */
const SPELLED = 10;

const HOUR_NS = 3_600_000_000_000;

/**
 * The dot's alerts, as many as are spelled out: what began last first, since a message before has told of the others. Templates
 * cannot sort: each time the next one is sought after the one `$at`.
 */
const newestFirst = [
  '{{ $all := . }}{{ $at := -1 }}{{ range $told, $_ := $all }}',
  `{{ if lt $told ${SPELLED} }}{{ $next := -1 }}{{ range $i, $alert := $all }}`,
  '{{ if or (lt $at 0) ($alert.StartsAt.Before (index $all $at).StartsAt) (and ($alert.StartsAt.Equal (index $all $at).StartsAt) (gt $i $at)) }}',
  '{{ if or (lt $next 0) ($alert.StartsAt.After (index $all $next).StartsAt) }}{{ $next = $i }}{{ end }}{{ end }}{{ end }}',
  '{{ $at = $next }}{{ template "cellthread.alert" (index $all $at) }}{{ end }}{{ end }}',
].join('');

/**
 * What people read, whatever brings it to them: `cellthread.title` in a line, `cellthread.message` with what to do and a link
 * to the chart around the moment when it began. Names of the plan stand here, once; rules know ids.
 */
export function messageTemplate(plan: Plan): string {
  const { over, noMore, fewer, asItWas, of, first, firstOver } = wordingOf(plan).message;
  const firing = '{{ len .Alerts.Firing }}';
  const said = (alert: string) => `{{ template "cellthread.sentence" ${alert} }}`;
  const quoted = (kinds: readonly string[]) => kinds.map((kind) => `"${kind}"`).join(' ');
  const ended = (alert: string) =>
    `{{ if eq ${alert}.Labels.kind ${quoted(severalSignals)} }}${fewer(countedMinutes)}{{ else if eq ${alert}.Labels.kind ${quoted(countedSignals)} }}${noMore(countedMinutes)}{{ else if ${alert}.Labels.cell_id }}${asItWas}{{ else }}${over}{{ end }}: ${said(alert)}`;
  return `{{ define "cellthread.title" -}}
{{ if .Alerts.Firing }}{{ $newest := index .Alerts.Firing 0 }}{{ range .Alerts.Firing }}{{ if .StartsAt.After $newest.StartsAt }}{{ $newest = . }}{{ end }}{{ end }}${said('$newest')}{{ if gt (len .Alerts.Firing) 1 }} (${of(firing)}){{ end }}{{ else }}${ended('(index .Alerts.Resolved 0)')}{{ end }}
{{- end }}

{{ define "cellthread.message" -}}
{{ template "cellthread.newest" .Alerts.Firing -}}
{{ if gt (len .Alerts.Firing) ${SPELLED} }}${first(SPELLED, firing)}
{{ end -}}
{{ range $i, $alert := .Alerts.Resolved }}{{ if lt $i ${SPELLED} }}${ended('$alert')}
{{ end }}{{ end -}}
{{ if gt (len .Alerts.Resolved) ${SPELLED} }}${firstOver(SPELLED, '{{ len .Alerts.Resolved }}')}
{{ end }}
{{- end }}

{{ define "cellthread.newest" }}${newestFirst}{{ end }}

{{ define "cellthread.alert" -}}
{{ $labels := .Labels -}}
${said('.')}.
{{ with .Labels.line }}${lineName(plan)}, {{ end }}{{ with .Labels.site }}${siteName(plan)}: {{ end }}{{ template "cellthread.action" . }}
{{ with .Annotations.chart }}{{ . }}{{ template "cellthread.around" $ }}
{{ end }}{{ with .Annotations.dashboard }}{{ . }}{{ template "cellthread.around" $ }}
{{ end }}{{ with .Annotations.traveler }}{{ . }}
{{ end }}{{ end }}

{{ define "cellthread.around" }}{{ if not .Labels.pass }}&from={{ (.StartsAt.Add -${6 * HOUR_NS}).UnixMilli }}&to={{ (.StartsAt.Add ${HOUR_NS}).UnixMilli }}{{ end }}{{ end }}

${define('sentence', sentence(plan))}

${define('action', action(plan))}

${define('place', place(plan))}

${define('item', item(plan))}

${define('items', items(plan))}

${define('characteristic', characteristicName(plan))}

${define('unit', unit(plan))}

${define('rule', ruleWords(plan))}

${define('reaction', reaction(plan))}
`;
}
