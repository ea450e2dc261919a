import type { Labels } from '../rules/AlertRule';

export type State = 'Normal' | 'Pending' | 'Alerting' | 'Recovering' | 'NoData' | 'Error';

/** What one evaluation says of one set of labels. */
export interface Result {
  labels: Labels;
  /** The rule's own labels, where they are templates. */
  ruleLabels?: Labels;
  state: 'Normal' | 'Alerting' | 'NoData' | 'Error';
  /** Numbers by ref; null where the ref answered no number. */
  values: Record<string, number | null>;
  error?: string;
}

/** One alert instance of a rule: what Grafana remembers of a set of labels. Moments in Unix ms. */
export interface Instance {
  /** With the rule's own labels and the built-in ones. */
  labels: Labels;
  /** What its annotations are made of: labels without the rule's own, and the numbers of its last row. */
  texts: { labels: Labels; values: Result['values'] };
  state: State;
  /** Why the state is not what the evaluation said: `NoData`, `Error, KeepLast`, `MissingSeries`. */
  reason: string;
  values: Result['values'];
  error?: string;
  startsAt: number;
  endsAt: number;
  lastEvaluation: number;
  resolvedAt?: number;
  lastSentAt?: number;
}

/** A set of labels as a text that equal sets share. */
export const keyOf = (labels: Labels): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
