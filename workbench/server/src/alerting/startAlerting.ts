import type { Log } from '../log';
import type { Sources } from './evaluation/askQuery';
import { RuleRunner } from './evaluation/RuleRunner';
import { Scheduler } from './evaluation/Scheduler';
import { Inbox, type InboxMessage } from './notifications/Inbox';
import { Notifier } from './notifications/Notifier';
import { type Broker, Publisher } from './notifications/Publisher';
import { type Alerting, readAlerting } from './rules/readAlerting';
import { withReadableTexts } from './rules/withReadableTexts';
import { TextProgram } from './texts/TextProgram';

export interface AlertingOptions {
  broker: Broker;
  /** File of notification policies: whom rules without a receiver of their own are told to. */
  policies?: string;
  /** The program that fills in Go templates. */
  textProgram: string;
}

export interface AlertingParts {
  /** Grafana's provisioning folder `alerting/`. */
  folder: string;
  sources: Sources;
  externalURL: () => string;
  log: Log;
}

/** The alert rules at work: what they are, how they fare, what people were sent. */
export interface RunningAlerting {
  /** Unix ms. */
  since: number;
  runners: RuleRunner[];
  refused: Alerting['refused'];
  messages: () => InboxMessage[];
  /** Why messages wait at the broker's door; undefined while they are taken. */
  undelivered: () => string | undefined;
  stop: () => Promise<void>;
}

/** Evaluates the provisioned alert rules and sends their messages, until it is stopped. */
export async function startAlerting(options: AlertingOptions, parts: AlertingParts): Promise<RunningAlerting> {
  const { log, sources } = parts;
  const texts = new TextProgram(options.textProgram);
  const alerting = await withReadableTexts(readAlerting(parts.folder, options.policies), texts);
  alerting.refused.forEach(({ uid, why }) => log('warn', `the alert rule ${uid} is not evaluated: ${why}`));
  const publisher = new Publisher(options.broker, log);
  const inbox = new Inbox();
  const notifier = new Notifier({ ...parts, alerting, texts, publisher, inbox });
  const runners = alerting.rules.map(
    (rule) =>
      new RuleRunner(rule, sources, ({ labels, queries }, result) =>
        texts.rule({
          texts: labels,
          labels: result.labels,
          values: result.values,
          queries: queries.map(({ refId }) => refId),
          externalURL: parts.externalURL(),
        })
      )
  );
  const scheduler = new Scheduler(runners, (runner, changes) => notifier.take(runner.rule, changes), log);
  scheduler.start();
  notifier.start();
  return {
    since: Date.now(),
    runners,
    refused: alerting.refused,
    messages: () => inbox.messages(),
    undelivered: () => publisher.problem ?? notifier.undelivered,
    stop: async () => {
      scheduler.stop();
      notifier.stop();
      texts.stop();
      await publisher.stop();
    },
  };
}
