import { type Plan } from '@cellthread/plan';
import { receiverName } from './rule';

/** Where the line and the integrations listen; set in Grafana's environment where the broker is elsewhere. */
const broker = '${CELLTHREAD_MQTT_URL}';

/** One JSON line a cell: short, since MQTT topics carry no template and the cell must stand in the message. */
const commandLine =
  '{{ range .Alerts.Firing }}{"kind":"{{ .Labels.kind }}","cell_id":"{{ .Labels.cell_id }}","visit":"{{ .Labels.visit }}",' +
  '"site":"{{ .Labels.site }}","line":"{{ .Labels.line }}","station":"{{ .Labels.station }}","equipment":"{{ .Labels.equipment }}",' +
  '"position":"{{ .Labels.position }}","characteristic":"{{ .Labels.characteristic }}","rule":"{{ .Labels.rule }}",' +
  '"at":"{{ .StartsAt.UTC.Format "2006-01-02T15:04:05.000Z" }}"}{{ "\\n" }}{{ end }}';

const peopleText =
  '{{ range .Alerts }}{{ .Status }}: {{ .Annotations.summary }}{{ "\\n" }}{{ .Annotations.description }}{{ "\\n" }}{{ .Annotations.chart }}{{ "\\n" }}{{ end }}';

/** The contact points every installation has: all speak MQTT, so that no address has to be invented. */
export function contactPoints(plan: Plan) {
  return [
    mqtt('line', `umh/v1/${plan.enterprise}/_alert/grafana`, commandLine, true),
    ...(['quality', 'maintenance', 'engineering'] as const).map((route) =>
      mqtt(route, `cellthread/${plan.enterprise}/notify/${route}`, peopleText, false)
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

function mqtt(
  receiver: 'line' | 'quality' | 'maintenance' | 'engineering',
  topic: string,
  message: string,
  firingOnly: boolean
) {
  const name = receiverName(receiver);
  return {
    orgId: 1,
    name,
    receivers: [
      {
        uid: name,
        type: 'mqtt',
        disableResolveMessage: firingOnly,
        settings: { brokerUrl: broker, topic, qos: '1', messageFormat: 'text', message },
      },
    ],
  };
}
