import * as v from 'valibot';
import { expandEnv } from '../../provisioning/expandEnv';
import type { AlertRule, RuleQuery, Threshold } from './AlertRule';
import { ruleSchema } from './ruleSchema';

type Env = Record<string, string | undefined>;
type FileRule = v.InferOutput<typeof ruleSchema>;

/** What a rule takes from its group. */
export interface RuleGroup {
  name: string;
  folder: string;
  intervalMs: number;
}

/**
 * A rule of a provisioning file as it is evaluated; undefined for a paused one. Throws a sentence that names what of it cannot be
 * evaluated as Grafana would.
 */
export function toAlertRule(entry: unknown, group: RuleGroup, env: Env): AlertRule | undefined {
  const read = v.safeParse(ruleSchema, entry);
  if (!read.success) {
    throw new Error(read.issues.slice(0, 3).map(sentence).join('; '));
  }
  const rule = read.output;
  if (rule.isPaused) {
    return undefined;
  }
  const queries = rule.data.flatMap((data) => (isThreshold(data) ? [] : [toQuery(data)]));
  const settings = rule.notification_settings;
  return {
    uid: rule.uid,
    title: rule.title,
    group: group.name,
    folder: group.folder,
    intervalMs: group.intervalMs,
    forMs: rule.for,
    keepFiringForMs: rule.keepFiringFor,
    missingEvalsToResolve: rule.missing_series_evals_to_resolve,
    noDataState: rule.noDataState,
    execErrState: rule.execErrState,
    labels: expandEnv(rule.labels, env),
    // Grafana leaves annotations as they are: `$labels` is the template's own.
    annotations: rule.annotations,
    queries,
    threshold: conditionOf(rule, queries),
    routing: settings && {
      receiver: settings.receiver,
      groupBy: settings.group_by,
      groupWaitMs: settings.group_wait,
      groupIntervalMs: settings.group_interval,
      repeatIntervalMs: settings.repeat_interval,
      muteTimings: settings.mute_time_intervals,
    },
  };
}

type Data = FileRule['data'][number];
type ThresholdData = Extract<Data, { datasourceUid: '__expr__' }>;

const isThreshold = (data: Data): data is ThresholdData => data.datasourceUid === '__expr__';

const toQuery = ({ refId, datasourceUid, queryType, relativeTimeRange, model }: Data): RuleQuery => ({
  refId,
  datasourceUid,
  queryType,
  fromS: relativeTimeRange.from,
  toS: relativeTimeRange.to,
  model: { ...model, refId },
});

/** The condition; a rule with expressions besides it asks for more than is understood here. */
function conditionOf({ condition, data }: FileRule, queries: RuleQuery[]): Threshold {
  const thresholds = data.filter(isThreshold);
  const found = thresholds.find(({ refId }) => refId === condition);
  if (!found || thresholds.length > 1) {
    throw new Error(`its condition "${condition}" is not the one threshold expression it has`);
  }
  const { expression, conditions } = found.model;
  if (!queries.some(({ refId }) => refId === expression)) {
    throw new Error(`its threshold reads "${expression}", which is no query of it`);
  }
  const { type, params } = conditions[0].evaluator;
  const needed = type.includes('range') ? 2 : 1;
  if (params.length < needed) {
    throw new Error(`its threshold ${type} has ${params.length} params, not ${needed}`);
  }
  return { refId: found.refId, expression, type, params };
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const at = v.getDotPath(issue) ?? 'the rule';
  return issue.type === 'strict_object' && issue.expected === 'never'
    ? `${at} is not understood`
    : `${at}: ${issue.message}`;
}
