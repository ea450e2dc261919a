import type { RuleRunner } from '../alerting/evaluation/RuleRunner';
import type { RunningAlerting } from '../alerting/startAlerting';
import type { Instance } from '../alerting/states/Instance';
import { HttpError } from '../http/HttpError';
import type { Route } from '../http/Router';
import type { ReplayRange } from '../alerting/replay';
import type { Workbench } from '../Workbench';
import { parseDuration } from '../alerting/rules/parseDuration';
import { parseTime } from './parseTime';

const OFF = 'The alert rules are not evaluated here: start the workbench with --mqtt, or use a Grafana.';

/** Alert rules with their state at Grafana's own address, and what people were sent. */
export function alertingRoutes(workbench: Workbench): Route[] {
  const running = (): RunningAlerting => {
    const alerting = workbench.alerting();
    if (!workbench.ready()) {
      throw new HttpError(503, 'The alert rules are being read; they are evaluated in a moment.');
    }
    if (!alerting) {
      throw new HttpError(404, OFF);
    }
    return alerting;
  };
  return [
    {
      methods: ['GET'],
      path: '/api/prometheus/grafana/api/v1/rules',
      handle: (exchange) => exchange.json({ status: 'success', data: { groups: groupsOf(running()) } }),
    },
    {
      methods: ['GET'],
      path: '/api/inbox',
      handle: (exchange) => {
        const { since, language, runners, refused, inbox, undelivered } = running();
        exchange.json({
          language,
          since,
          rules: runners.length,
          refused: refused.length,
          failing: runners.filter(({ health }) => health.health === 'error').length,
          undelivered: undelivered(),
          sent: inbox.count,
          messages: inbox.messages(),
        });
      },
    },
    {
      methods: ['GET'],
      path: '/api/inbox/replay',
      handle: async (exchange) => {
        const inbox = await running()
          .replay(rangeOf(exchange.url))
          .catch((error: Error) => {
            throw new HttpError(400, error.message);
          });
        exchange.json({ sent: inbox.count, messages: inbox.messages() });
      },
    },
  ];
}

function rangeOf({ searchParams }: URL): ReplayRange {
  const now = Date.now();
  const time = (name: string, otherwise: string) => parseTime(searchParams.get(name) ?? otherwise, now);
  return {
    fromMs: time('from', 'now-1h'),
    toMs: time('to', 'now'),
    rules: searchParams.get('rules') ?? '',
    everyMs: everyOf(searchParams.get('every') ?? '0'),
  };
}

function everyOf(text: string): number {
  try {
    return parseDuration(text);
  } catch (error) {
    throw new HttpError(400, `every: ${(error as Error).message}`);
  }
}

const iso = (ms: number | undefined) => new Date(ms ?? 0).toISOString();

function groupsOf({ runners, refused }: RunningAlerting) {
  const names = [...new Set([...runners.map(({ rule }) => rule.group), ...refused.map(({ group }) => group)])];
  return names.map((name) => {
    const own = runners.filter(({ rule }) => rule.group === name);
    return {
      name,
      file: own[0]?.rule.folder ?? '',
      interval: (own[0]?.rule.intervalMs ?? 0) / 1000,
      rules: [
        ...own.map(ruleOf),
        ...refused
          .filter(({ group }) => group === name)
          .map(({ uid, title, why }) => ({
            uid,
            name: title,
            state: 'inactive',
            health: 'refused',
            lastError: why,
            alerts: [],
          })),
      ],
    };
  });
}

function ruleOf({ rule, health, states }: RuleRunner) {
  const instances = states.all();
  const has = (state: Instance['state']) => instances.some((instance) => instance.state === state);
  return {
    uid: rule.uid,
    name: rule.title,
    type: 'alerting',
    state: has('Alerting') ? 'firing' : has('Pending') ? 'pending' : has('Recovering') ? 'recovering' : 'inactive',
    health: health.health,
    lastError: health.lastError ?? '',
    lastEvaluation: iso(health.lastEvaluation),
    evaluationTime: (health.durationMs ?? 0) / 1000,
    skipped: health.skipped,
    duration: rule.forMs / 1000,
    keepFiringFor: rule.keepFiringForMs / 1000,
    labels: rule.labels,
    alerts: instances
      .filter(({ state }) => state !== 'Normal')
      .map(({ labels, state, reason, startsAt, values }) => ({
        labels,
        state: reason ? `${state} (${reason})` : state,
        activeAt: iso(startsAt),
        values,
      })),
  };
}
