import { type Plan } from '@cellthread/plan';
import { routes } from '@cellthread/vocabulary';
import { contactPointOf } from './rule';
import { ruleGroups } from './ruleGroups';

/** Where the line and the integrations listen; set in Grafana's environment where the broker is elsewhere. */
const brokerUrl = '${CELLTHREAD_MQTT_URL}';

/** Grafana's login at the broker. Never in braces: those are expanded twice, and a password may hold a dollar. */
const login = { username: '$CELLTHREAD_MQTT_USER', password: '$CELLTHREAD_MQTT_PASSWORD' };

/** PEM texts for a broker with TLS (`ssl://…`); empty ones change nothing: the system's authorities count. */
const tlsConfig = {
  caCertificate: '$CELLTHREAD_MQTT_TLS_CA',
  clientCertificate: '$CELLTHREAD_MQTT_TLS_CERTIFICATE',
  clientKey: '$CELLTHREAD_MQTT_TLS_KEY',
};

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
  'disposition',
];

/**
 * One JSON line a cell: short, since MQTT topics carry no template and the cell must stand in the message. Labels come from
 * texts of stations, so each is written by Grafana's own `data.ToJSON`: no quote, backslash or line break in one can lose a
 * line, add another or name another cell.
 */
const commandLine =
  `{{ range .Alerts.Firing }}{${commandLabels.map((label) => `"${label}":{{ data.ToJSON .Labels.${label} }}`).join(',')},` +
  '"at":"{{ .StartsAt.UTC.Format "2006-01-02T15:04:05.000Z" }}"}{{ "\\n" }}{{ end }}';

/** The contact point of the people of a route, which the plant's notification policies may name. */
export const peopleOf = (route: string) => `cellthread-${route}`;

/** The one that hears of cells that are a matter of safety, and never that one is over: it is as bad as it was. */
export const safetyOf = (route: string) => `${peopleOf(route)}-safety`;

/** The contact points of people, two a route. */
export const peoplePoints = routes.flatMap((route) => [
  { route, name: peopleOf(route), firingOnly: false },
  { route, name: safetyOf(route), firingOnly: true },
]);

/** The contact points every installation has: all speak MQTT, so that no address has to be invented. */
export function contactPoints(plan: Plan) {
  return [
    ...ruleGroups(plan)
      .flatMap(({ rules }) => rules)
      .filter(({ command }) => command)
      .map((rule) => mqtt(contactPointOf(rule), `umh/v1/${plan.enterprise}/_alert/grafana`, commandLine, true)),
    ...peoplePoints.map(({ route, name, firingOnly }) =>
      mqtt(name, `cellthread/${plan.enterprise}/notify/${route}`, '{{ template "cellthread.message" . }}', firingOnly)
    ),
  ];
}

function mqtt(name: string, topic: string, message: string, firingOnly: boolean) {
  return {
    orgId: 1,
    name,
    receivers: [
      {
        uid: name,
        type: 'mqtt',
        disableResolveMessage: firingOnly,
        settings: { brokerUrl, ...login, tlsConfig, topic, qos: '1', messageFormat: 'text', message },
      },
    ],
  };
}
