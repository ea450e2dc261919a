import type { AlertRule, Routing } from '../rules/AlertRule';
import type { ContactPoint } from '../rules/contactPoint';
import { type Alert, routeOf } from './Alert';

/** Where a group's messages go, and when. */
export interface Address {
  /** Equal for all alerts that may share a group. */
  key: string;
  routing: Routing;
  point: ContactPoint;
  /** Of messages to people. */
  route?: string;
}

/**
 * Rules for people leave their receiver to the plant's policies. Here the label `route` is the receiver, and a stream makes one
 * message: what tells one of its cells from another is no part of it.
 */
const people: Omit<Routing, 'receiver'> = {
  groupBy: ['grafana_folder', 'alertname', 'site', 'line', 'station', 'equipment', 'position', 'lot', 'characteristic'],
  groupWaitMs: 10_000,
  groupIntervalMs: 60_000,
  repeatIntervalMs: 4 * 3_600_000,
  muteTimings: [],
};

/** Danger is told without waiting for company. */
const atOnce = { groupWaitMs: 1000, groupIntervalMs: 1000 };

const LEVEL = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The addresses of an alert: the contact points that its rule names, else the route of people. */
export function addressesOf(
  alert: Alert,
  { routing }: Pick<AlertRule, 'routing'>,
  { points, peopleTopic }: { points: ContactPoint[]; peopleTopic: string }
): Address[] {
  if (routing) {
    return points
      .filter(({ name }) => name === routing.receiver)
      .map((point, i) => ({
        key: JSON.stringify([routing, i]),
        routing,
        point,
        ...(point.topic.startsWith(`${peopleTopic}/`) && { route: point.topic.slice(peopleTopic.length + 1) }),
      }));
  }
  const named = routeOf(alert);
  const route = LEVEL.test(named) ? named : 'default';
  const urgent = alert.labels['severity'] === 'safety';
  const topic = `${peopleTopic}/${route}`;
  return [
    {
      key: JSON.stringify([topic, urgent]),
      routing: { ...people, ...(urgent && atOnce), receiver: route },
      point: { name: route, topic, qos: 1, retain: false, format: 'json', message: '', sendResolved: true },
      route,
    },
  ];
}

/** The labels that make one group of an alert; Grafana's own two are always among them. */
export function groupLabelsOf({ labels }: Alert, groupBy: string[]): Record<string, string> {
  const wanted = new Set([...groupBy, 'grafana_folder', 'alertname']);
  return groupBy.includes('...')
    ? labels
    : Object.fromEntries(Object.entries(labels).filter(([name]) => wanted.has(name)));
}
