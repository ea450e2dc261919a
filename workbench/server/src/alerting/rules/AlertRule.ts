export type Labels = Record<string, string>;

export type NoDataState = 'Alerting' | 'NoData' | 'OK' | 'KeepLast';
export type ExecErrState = 'Alerting' | 'Error' | 'OK' | 'KeepLast';

/** A question to a datasource, as the rule stores it; its range in seconds before the evaluation. */
export interface RuleQuery {
  refId: string;
  datasourceUid: string;
  queryType: string;
  fromS: number;
  toS: number;
  model: Record<string, unknown>;
}

export const THRESHOLDS = [
  'gt',
  'lt',
  'eq',
  'ne',
  'gte',
  'lte',
  'within_range',
  'outside_range',
  'within_range_included',
  'outside_range_included',
] as const;

/** The rule's condition: each number of another ref becomes 1 where it is beyond, else 0. */
export interface Threshold {
  refId: string;
  expression: string;
  type: (typeof THRESHOLDS)[number];
  params: number[];
}

/** Which alerts make one message, and when it is sent: a rule's `notification_settings`. */
export interface Routing {
  receiver: string;
  /** `...` alone: every label. */
  groupBy: string[];
  groupWaitMs: number;
  groupIntervalMs: number;
  repeatIntervalMs: number;
  muteTimings: string[];
}

/** A rule of Grafana that this server evaluates as Grafana does. */
export interface AlertRule {
  uid: string;
  title: string;
  group: string;
  folder: string;
  intervalMs: number;
  forMs: number;
  keepFiringForMs: number;
  /** After how many evaluations without it an instance is over. */
  missingEvalsToResolve: number;
  noDataState: NoDataState;
  execErrState: ExecErrState;
  /** Templates, as are the annotations. */
  labels: Labels;
  annotations: Labels;
  queries: RuleQuery[];
  threshold: Threshold;
  /** None: the rule leaves its receiver to the policies. */
  routing?: Routing;
}
