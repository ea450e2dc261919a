import { type Plan } from '@cellthread/plan';
import { contactPointOf, receiverName } from './rule';
import { ruleGroups } from './ruleGroups';

/** Where the line and the integrations listen; set in Grafana's environment where the broker is elsewhere. */
const broker = '${CELLTHREAD_MQTT_URL}';

/** Grafana's login at the broker. Never in braces: those are expanded twice, and a password may hold a dollar. */
const login = { username: '$CELLTHREAD_MQTT_USER', password: '$CELLTHREAD_MQTT_PASSWORD' };

/** Labels that a line of the command carries; telegraf/processors/ingest/alerts.star reads them. */
const commandLabels = [
  'kind',
  'cell_id',
  'visit',
  'pass',
  'site',
  'line',
  'station',
  'equipment',
  'position',
  'characteristic',
  'rule',
];

/**
 * One JSON line a cell: short, since MQTT topics carry no template and the cell must stand in the message. Labels come from
 * texts of stations, so each is written by Grafana's own `data.ToJSON`: no quote, backslash or line break in one can lose a
 * line, add another or name another cell.
 */
const commandLine =
  `{{ range .Alerts.Firing }}{${commandLabels.map((label) => `"${label}":{{ data.ToJSON .Labels.${label} }}`).join(',')},` +
  '"at":"{{ .StartsAt.UTC.Format "2006-01-02T15:04:05.000Z" }}"}{{ "\\n" }}{{ end }}';

const peopleText =
  '{{ range .Alerts }}{{ .Status }}: {{ .Annotations.summary }}{{ "\\n" }}{{ .Annotations.description }}{{ "\\n" }}{{ .Annotations.chart }}{{ "\\n" }}{{ end }}';

/** The contact points every installation has: all speak MQTT, so that no address has to be invented. */
export function contactPoints(plan: Plan) {
  return [
    ...ruleGroups(plan)
      .flatMap(({ rules }) => rules)
      .filter(({ receiver }) => receiver === 'line')
      .map((rule) => mqtt(contactPointOf(rule), `umh/v1/${plan.enterprise}/_alert/grafana`, commandLine, true)),
    ...(['quality', 'maintenance', 'engineering'] as const).map((route) =>
      mqtt(receiverName(route), `cellthread/${plan.enterprise}/notify/${route}`, peopleText, false)
    ),
  ];
}

/** Optional second receivers of the same contact points, in files that are copied in when wanted. */
export const optionalReceivers = {
  email: (route: string) => ({
    uid: `cellthread-${route}-email`,
    type: 'email',
    settings: { addresses: `\${CELLTHREAD_${route.toUpperCase()}_EMAIL}`, singleEmail: true },
  }),
  webhook: (route: string) => ({
    uid: `cellthread-${route}-webhook`,
    type: 'webhook',
    settings: { url: `\${CELLTHREAD_${route.toUpperCase()}_WEBHOOK}`, httpMethod: 'POST' },
  }),
};

function mqtt(name: string, topic: string, message: string, firingOnly: boolean) {
  return {
    orgId: 1,
    name,
    receivers: [
      {
        uid: name,
        type: 'mqtt',
        disableResolveMessage: firingOnly,
        settings: { brokerUrl: broker, ...login, topic, qos: '1', messageFormat: 'text', message },
      },
    ],
  };
}
