import type { AlertRule, Labels, Routing } from '../rules/AlertRule';
import type { ContactPoint } from '../rules/contactPoint';
import { policiesOf } from '../rules/policy';
import type { Alerting } from '../rules/readAlerting';
import type { Alert } from './Alert';

/** Where a group's messages go, and when. */
export interface Address {
  /** Equal for all alerts that may share a group. */
  key: string;
  routing: Routing;
  point: ContactPoint;
  /** Of messages to people: the last level of their topic. */
  route?: string;
}

/** The addresses of an alert: the contact point that its rule names, which commands the line, else those of people by policy. */
export function addressesOf(
  { labels }: Alert,
  { routing }: Pick<AlertRule, 'routing'>,
  { contactPoints, policy }: Pick<Alerting, 'contactPoints' | 'policy'>
): Address[] {
  const named = (receiver: string) => contactPoints.filter(({ name }) => name === receiver);
  if (routing) {
    return named(routing.receiver).map((point, i) => ({ key: JSON.stringify([routing, i]), routing, point }));
  }
  const policies = policy ? policiesOf(policy, labels) : [];
  return policies.flatMap(({ key, routing: byPolicy }) =>
    named(byPolicy.receiver).map((point, i) => ({
      key: `${key}/${i}`,
      routing: byPolicy,
      point,
      route: point.topic.split('/').at(-1) ?? '',
    }))
  );
}

/** The labels that make one group of an alert; Grafana's own two are always among them. */
export function groupLabelsOf({ labels }: Pick<Alert, 'labels'>, groupBy: string[]): Labels {
  const wanted = new Set([...groupBy, 'grafana_folder', 'alertname']);
  return groupBy.includes('...')
    ? labels
    : Object.fromEntries(Object.entries(labels).filter(([name]) => wanted.has(name)));
}
