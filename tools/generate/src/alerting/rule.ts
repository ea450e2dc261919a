import type { StoredSignals } from 'cellthread-cells-datasource/queries';
import { alertUid } from './alertUid';

/** Who hears of a rule: the line itself by MQTT, or people by the contact points of their route. */
export type Receiver = 'line' | 'quality' | 'maintenance' | 'engineering';

export const receiverName = (receiver: Receiver) => `cellthread-${receiver}`;

/**
 * The contact point of a rule. One that commands the line has its own: Grafana gives a contact point one name at the broker
 * for all its messages, and two at once would throw each other off.
 */
export const contactPointOf = ({ receiver, uid }: Pick<Rule, 'receiver' | 'uid'>) =>
  receiver === 'line' ? alertUid('line', uid.replace(/^cellthread-/, '')) : receiverName(receiver);

export interface Rule {
  uid: string;
  title: string;
  /** Seconds of data the query reads, ending now. */
  rangeS: number;
  query: StoredSignals;
  receiver: Receiver;
  /** Empty where one cell is one instance: a cell is gone from the window before any wait ends. */
  forS?: number;
  /** Labels of the frame that make one message. */
  groupBy: string[];
  wait: { group: string; interval: string; repeat: string };
  muteTimings?: string[];
  summary: string;
  description: string;
  /** What a click on the alert opens. */
  dashboardUid: string;
  panelId: number;
  links: Record<string, string>;
  severity: 'critical' | 'warning' | 'info';
  /** The one rule that watches the datasource fires when its own query fails, too. */
  watchesDatasource?: boolean;
}

export interface RuleGroup {
  name: string;
  interval: string;
  rules: Rule[];
}

/** A rule as Grafana's file provisioning reads it. */
export function ruleYaml(rule: Rule): Record<string, unknown> {
  return {
    uid: rule.uid,
    title: rule.title,
    condition: 'B',
    for: `${rule.forS ?? 0}s`,
    noDataState: 'OK',
    execErrState: rule.watchesDatasource ? 'Alerting' : 'KeepLast',
    dashboardUid: rule.dashboardUid,
    panelId: rule.panelId,
    annotations: {
      summary: rule.summary,
      description: rule.description,
      ...rule.links,
      __dashboardUid__: rule.dashboardUid,
      __panelId__: String(rule.panelId),
    },
    // The frame's own severity wins; a query that failed has no frame.
    labels: { team: rule.receiver, ...(rule.watchesDatasource && { severity: rule.severity }) },
    notification_settings: {
      receiver: contactPointOf(rule),
      group_by: rule.groupBy,
      group_wait: rule.wait.group,
      group_interval: rule.wait.interval,
      repeat_interval: rule.wait.repeat,
      ...(rule.muteTimings && { mute_time_intervals: rule.muteTimings }),
    },
    data: [
      {
        refId: 'A',
        datasourceUid: 'cellthread',
        queryType: rule.query.queryType,
        relativeTimeRange: { from: rule.rangeS, to: 0 },
        model: { refId: 'A', ...rule.query },
      },
      {
        refId: 'B',
        datasourceUid: '__expr__',
        relativeTimeRange: { from: 0, to: 0 },
        model: {
          refId: 'B',
          type: 'threshold',
          expression: 'A',
          conditions: [{ evaluator: { type: 'gt', params: [0] } }],
        },
      },
    ],
  };
}
