import type { Labels } from '../rules/AlertRule';
import type { Result } from '../states/Instance';
import type { Change } from '../states/RuleStates';

/** An alert as the notifier hears of it; moments in Unix ms. It fires until `endsAt`. */
export interface Alert {
  /** None of them empty. */
  labels: Labels;
  annotations: Labels;
  values: Result['values'];
  startsAt: number;
  endsAt: number;
  /** When it was heard of last. */
  updatedAt: number;
}

/** An instance as an alert. What has no data or failed is an alert of another name, as in Grafana. */
export function toAlert({ instance, before }: Change, annotations: Labels, updatedAt: number): Alert {
  const state = instance.resolvedAt === undefined ? instance.state : before;
  const name = { NoData: 'DatasourceNoData', Error: 'DatasourceError' }[state as string];
  const labels = name
    ? { ...instance.labels, rulename: instance.labels['alertname'] ?? '', alertname: name }
    : instance.labels;
  return {
    labels: Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== '')),
    annotations,
    values: instance.values,
    startsAt: instance.startsAt,
    endsAt: instance.endsAt,
    updatedAt,
  };
}

/** Two tidings of one alert as one, where their times touch: it began with the earlier, and an end that was told stands. */
export function merged(old: Alert | undefined, now: Alert): Alert {
  const inside = (at: number) => old !== undefined && at > old.startsAt && at < old.endsAt;
  if (!old || !(inside(now.endsAt) || inside(now.startsAt))) {
    return now;
  }
  return { ...now, startsAt: Math.min(old.startsAt, now.startsAt) };
}
