import * as v from 'valibot';
import { parseDuration } from './parseDuration';
import { THRESHOLDS } from './AlertRule';

/** A text that is not empty. */
export const text = v.pipe(v.string(), v.nonEmpty('is empty'));
/** A duration, in ms. YAML reads a bare 0 as a number. */
export const duration = v.pipe(
  v.union([v.string(), v.number()]),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return parseDuration(String(dataset.value));
    } catch (error) {
      addIssue({ message: (error as Error).message });
      return NEVER;
    }
  })
);
const texts = v.record(v.string(), v.string());
const seconds = v.pipe(v.number(), v.minValue(0));

const routing = v.strictObject({
  receiver: text,
  group_by: v.optional(v.array(text), []),
  group_wait: v.optional(duration, '30s'),
  group_interval: v.optional(duration, '5m'),
  repeat_interval: v.optional(duration, '4h'),
  mute_time_intervals: v.optional(v.array(text), []),
});

const refData = {
  refId: text,
  queryType: v.optional(v.string(), ''),
  relativeTimeRange: v.optional(v.strictObject({ from: seconds, to: seconds }), { from: 0, to: 0 }),
};

const query = v.strictObject({
  ...refData,
  datasourceUid: v.pipe(text, v.notValue('__expr__')),
  model: v.record(v.string(), v.unknown()),
});

/** The one expression that is evaluated: a threshold over one ref, without hysteresis. */
const threshold = v.strictObject({
  ...refData,
  datasourceUid: v.literal('__expr__'),
  model: v.strictObject({
    refId: text,
    type: v.literal('threshold'),
    expression: text,
    conditions: v.strictTuple([
      v.strictObject({
        evaluator: v.strictObject({ type: v.picklist(THRESHOLDS), params: v.array(v.number()) }),
      }),
    ]),
  }),
});

/** A rule of a provisioning file, with every key that is understood here; any other is refused by name. */
export const ruleSchema = v.strictObject({
  uid: text,
  title: text,
  condition: text,
  for: v.optional(duration, '0s'),
  keepFiringFor: v.optional(duration, '0s'),
  missing_series_evals_to_resolve: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 2),
  noDataState: v.optional(v.picklist(['Alerting', 'NoData', 'OK', 'KeepLast']), 'NoData'),
  execErrState: v.optional(v.picklist(['Alerting', 'Error', 'OK', 'KeepLast']), 'Alerting'),
  dashboardUid: v.optional(v.string()),
  panelId: v.optional(v.number()),
  annotations: v.optional(texts, {}),
  labels: v.optional(texts, {}),
  isPaused: v.optional(v.boolean(), false),
  notification_settings: v.optional(routing),
  data: v.array(
    v.lazy((input) => ((input as { datasourceUid?: string })?.datasourceUid === '__expr__' ? threshold : query))
  ),
});

export const groupSchema = v.object({
  name: text,
  folder: text,
  interval: v.pipe(duration, v.minValue(1000, 'is shorter than a second')),
  rules: v.array(v.unknown()),
});
