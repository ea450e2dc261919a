import type { AlertRule, Labels } from '../rules/AlertRule';
import { type Instance, keyOf, type Result, type State } from './Instance';
import { expiry, RESEND_MS, transition } from './transition';

/** How long Grafana tells of an alert that is over. */
const RESOLVED_MS = 15 * 60_000;

/** An instance to be told, with its state before: one that is over is told as what it was. */
export interface Change {
  instance: Instance;
  before: State;
}

/** The instances of one rule, from evaluation to evaluation, as Grafana 12.4 keeps them (ngalert/state). No clock, no I/O. */
export class RuleStates {
  private instances = new Map<string, Instance>();

  constructor(private readonly rule: AlertRule) {}

  all(): Instance[] {
    return [...this.instances.values()];
  }

  /** Takes up where a server before this one ended. */
  restore(instances: Instance[]): void {
    instances.forEach((instance) => this.instances.set(keyOf(instance.labels), instance));
  }

  /** Takes the results of the evaluation at `atMs` (Unix ms). @returns what is to be told now */
  take(results: Result[], atMs: number): Change[] {
    const changes = this.forAll(results, atMs) ?? results.map((result) => this.forOne(result, atMs));
    return [...changes, ...this.missing(atMs)].flatMap((change) => {
      if (!needsSending(change.instance, atMs)) {
        return [];
      }
      change.instance.lastSentAt = atMs;
      return [change];
    });
  }

  /** Without data, or with an error, and a mapped state for it, all instances there are take it; no new one is made of it. */
  private forAll(results: Result[], atMs: number): Change[] | undefined {
    const { noDataState, execErrState } = this.rule;
    const noData = noDataState !== 'NoData' && results.every(({ state }) => state === 'NoData');
    const failed = execErrState !== 'Error' && results.length > 0 && results.every(({ state }) => state === 'Error');
    const result: Result | undefined = results[0] ?? { labels: {}, state: 'NoData', values: {} };
    return (noData || failed) && this.instances.size > 0
      ? [...this.instances].map(([key, before]) => this.step(key, before, result, atMs))
      : undefined;
  }

  private forOne(result: Result, atMs: number): Change {
    const own = builtIn(this.rule);
    const labels = { ...result.labels, ...(result.ruleLabels ?? this.rule.labels), ...own };
    const texts = { labels: { ...result.labels, ...own }, values: result.values };
    const key = keyOf(labels);
    return this.step(key, { ...(this.instances.get(key) ?? fresh(labels, atMs)), texts }, result, atMs);
  }

  private step(key: string, before: Instance, result: Result, atMs: number): Change {
    const instance = transition(before, result, atMs, this.rule);
    this.instances.set(key, instance);
    return { instance, before: before.state };
  }

  /** What an evaluation does not name any more is over after a number of evaluations, a state of error or no data at once. */
  private missing(atMs: number): Change[] {
    const { intervalMs, missingEvalsToResolve } = this.rule;
    return [...this.instances].flatMap(([key, known]) => {
      if (known.lastEvaluation === atMs) {
        return [];
      }
      const transient =
        ['Error', 'NoData'].includes(known.state) ||
        (known.state === 'Pending' && ['Error', 'NoData'].includes(known.reason));
      const stale = atMs - known.lastEvaluation >= intervalMs * (transient ? 1 : missingEvalsToResolve);
      const instance = stale ? over(known, atMs) : maintained(known, atMs, intervalMs);
      if (stale) {
        this.instances.delete(key);
      } else {
        this.instances.set(key, instance);
      }
      return [{ instance, before: known.state }];
    });
  }
}

/** Labels that Grafana gives every alert of a rule; no other can take their place. */
const builtIn = ({ uid, title, folder }: AlertRule): Labels => ({
  alertname: title,
  grafana_folder: folder,
  __alert_rule_uid__: uid,
});

const fresh = (labels: Labels, atMs: number): Omit<Instance, 'texts'> => ({
  labels,
  state: 'Normal',
  reason: '',
  values: {},
  startsAt: atMs,
  endsAt: atMs,
  lastEvaluation: atMs,
});

function over(known: Instance, atMs: number): Instance {
  const told = ['Alerting', 'Error', 'NoData', 'Recovering'].includes(known.state);
  const gone: Instance = { ...known, state: 'Normal', reason: 'MissingSeries', lastEvaluation: atMs, endsAt: atMs };
  return told ? { ...gone, resolvedAt: atMs } : gone;
}

const maintained = (known: Instance, atMs: number, intervalMs: number): Instance =>
  known.state === 'Alerting' ? { ...known, endsAt: expiry(atMs, intervalMs) } : { ...known };

function needsSending({ state, resolvedAt, lastSentAt }: Instance, atMs: number): boolean {
  if (state === 'Pending') {
    return false;
  }
  if (resolvedAt !== undefined && (lastSentAt === undefined || resolvedAt > lastSentAt)) {
    return true;
  }
  if (state === 'Normal' && (resolvedAt === undefined || atMs - resolvedAt > RESOLVED_MS)) {
    return false;
  }
  return lastSentAt === undefined || lastSentAt + RESEND_MS <= atMs;
}
