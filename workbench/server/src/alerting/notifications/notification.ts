import { createHash } from 'node:crypto';
import type { Labels } from '../rules/AlertRule';
import { keyOf } from '../states/Instance';
import type { Alert } from './Alert';
import type { Evidence } from './evidenceOf';
import type { Tidings } from './Group';

/** One alert of a notification, in Grafana's words; `evidence` is added for people. */
export interface NotifiedAlert {
  status: 'firing' | 'resolved';
  labels: Labels;
  annotations: Labels;
  /** RFC 3339; the end of one that fires is year 1, as Go writes no time. */
  startsAt: string;
  endsAt: string;
  generatorURL: string;
  fingerprint: string;
  dashboardURL: string;
  panelURL: string;
  ruleUID: string;
  values: Record<string, number>;
  evidence?: Evidence;
}

/** What a receiver is sent, in the shape of Grafana's JSON messages. */
export interface Notification {
  receiver: string;
  status: 'firing' | 'resolved';
  alerts: NotifiedAlert[];
  groupLabels: Labels;
  commonLabels: Labels;
  commonAnnotations: Labels;
  externalURL: string;
}

export interface Addressee {
  receiver: string;
  groupLabels: Labels;
  /** Of this host, with a slash at its end. */
  externalURL: string;
  /** Unix ms. */
  now: number;
}

const NEVER = '0001-01-01T00:00:00Z';

/** Tidings as a notification: what fires first, and in the order of labels, as Grafana has it. Labels and annotations between underscores are the host's own and left out. */
export function toNotification(
  { alerts, firing }: Tidings,
  { receiver, groupLabels, externalURL, now }: Addressee
): Notification {
  const notified = alerts.map((alert) => toNotified(alert, firing.has(keyOf(alert.labels)), externalURL, now));
  notified.sort(
    (a, b) => Number(b.status === 'firing') - Number(a.status === 'firing') || compared(a.labels, b.labels)
  );
  return {
    receiver,
    status: firing.size > 0 ? 'firing' : 'resolved',
    alerts: notified,
    groupLabels,
    commonLabels: common(notified.map(({ labels }) => labels)),
    commonAnnotations: common(notified.map(({ annotations }) => annotations)),
    externalURL,
  };
}

/** The order of Prometheus: by number of labels, then by the first name, in order of names, that one lacks or has another value of. */
function compared(a: Labels, b: Labels): number {
  const longer = Object.keys(a).length - Object.keys(b).length;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const differs = names.find((name) => a[name] !== b[name]);
  if (longer !== 0 || differs === undefined) {
    return longer;
  }
  const [one, other] = [a[differs], b[differs]];
  return one === undefined || (other !== undefined && one < other) ? -1 : 1;
}

function toNotified(alert: Alert, fires: boolean, externalURL: string, now: number): NotifiedAlert {
  const { labels, annotations, startsAt, endsAt, values } = alert;
  const uid = labels['__alert_rule_uid__'] ?? '';
  const dashboard = annotations['__dashboardUid__'];
  const panel = annotations['__panelId__'];
  const until = fires ? now : endsAt;
  const dashboardURL = dashboard ? `${externalURL}d/${dashboard}?from=${startsAt - 3_600_000}&to=${until}` : '';
  return {
    status: fires ? 'firing' : 'resolved',
    labels: shown(labels),
    annotations: shown(annotations),
    startsAt: new Date(startsAt).toISOString(),
    endsAt: fires ? NEVER : new Date(endsAt).toISOString(),
    generatorURL: `${externalURL}alerting/grafana/${uid}/view`,
    fingerprint: createHash('sha256').update(keyOf(labels)).digest('hex').slice(0, 16),
    dashboardURL,
    panelURL: dashboardURL && panel ? `${dashboardURL}&viewPanel=${panel}` : '',
    ruleUID: uid,
    values: Object.fromEntries(
      Object.entries(values).flatMap(([ref, value]) => (isNumber(value) ? [[ref, value]] : []))
    ),
  };
}

const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);

const shown = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !(name.startsWith('__') && name.endsWith('__'))));

/** What all of them say alike. */
function common([first, ...rest]: Labels[]): Labels {
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, value]) => rest.every((labels) => labels[name] === value))
  );
}

/** The notification that templates of contact points are filled with: Grafana's knows no evidence. */
export const asGrafanaHasIt = (notification: Notification): Notification => ({
  ...notification,
  alerts: notification.alerts.map(({ evidence: _, ...alert }) => alert),
});
