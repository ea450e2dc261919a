import type { Log } from '../log';
import type { Sources } from './evaluation/askQuery';
import { lastDue } from './evaluation/due';
import { RuleRunner } from './evaluation/RuleRunner';
import { Inbox } from './notifications/Inbox';
import { Notifier } from './notifications/Notifier';
import type { RuleQuery } from './rules/AlertRule';
import type { Alerting } from './rules/readAlerting';
import type { TextProgram } from './texts/TextProgram';

/** A range of the past, Unix ms, and which rules count. */
export interface ReplayRange {
  fromMs: number;
  toMs: number;
  /** The beginning of their uids. */
  rules: string;
  /** The shortest time between two evaluations of a rule; by default each rule's own. */
  everyMs: number;
}

interface ReplayParts {
  alerting: Alerting;
  sources: Sources;
  texts: TextProgram;
  externalURL: () => string;
  log: Log;
}

const STEP_MS = 1000;
const MOST_EVALUATIONS = 20_000;

/**
 * The messages that people would have been sent in a range, had the rules been evaluated then on what is stored now: evaluations
 * and waits in the order and at the moments of that time, no message leaves.
 * Rules that are evaluated more seldom begin and end later: what is over for five evaluations then is so for longer.
 */
export async function replay(parts: ReplayParts, { fromMs, toMs, rules, everyMs }: ReplayRange): Promise<Inbox> {
  const { alerting, sources, texts } = parts;
  const chosen = alerting.rules
    .filter(({ uid, routing }) => !routing && uid.startsWith(rules))
    .map((rule) => ({
      ...rule,
      intervalMs: Math.max(rule.intervalMs, everyMs),
      queries: rule.queries.map((query) => ({ ...query, model: { ...query.model, ...inHindsight(query) } })),
    }));
  const evaluations = chosen.reduce((sum, { intervalMs }) => sum + (toMs - fromMs) / intervalMs, 0);
  if (evaluations > MOST_EVALUATIONS) {
    throw new Error(
      `${Math.round(evaluations)} evaluations are too many, ${MOST_EVALUATIONS} the most: name fewer rules, a shorter range or a longer every`
    );
  }
  const inbox = new Inbox();
  const notifier = new Notifier({ ...parts, inbox, publisher: { publish: () => Promise.resolve() } });
  const runners = chosen.map((rule) => ({ runner: new RuleRunner(rule, sources, texts), seen: fromMs }));
  for (let now = fromMs; now <= toMs; now += STEP_MS) {
    for (const one of runners) {
      const { rule } = one.runner;
      const due = lastDue(now, rule.group, rule.intervalMs);
      if (due > one.seen) {
        one.seen = due;
        await notifier.take(rule, await evaluated(one.runner, due), { atMs: due, now });
      }
    }
    await notifier.flush(now);
  }
  return inbox;
}

/** What arrived long after it was measured, as a simulated history does, counts as if it had come in time. */
const inHindsight = ({ queryType, model }: RuleQuery) =>
  (queryType || model['queryType']) === 'signals' ? { replayed: true } : {};

async function evaluated(runner: RuleRunner, atMs: number) {
  for (;;) {
    const changes = await runner.run(atMs);
    if (!('retryMs' in changes)) {
      return changes;
    }
  }
}
