import type { Language } from '../../../../packages/vocabulary/src/index.gen';
import type { Log } from '../log';
import type { Sources } from './evaluation/askQuery';
import { RuleRunner } from './evaluation/RuleRunner';
import { Scheduler } from './evaluation/Scheduler';
import { Inbox } from './notifications/Inbox';
import { Notifier } from './notifications/Notifier';
import { type Broker, Publisher } from './notifications/Publisher';
import { replay, type ReplayRange } from './replay';
import { type Alerting, readAlerting } from './rules/readAlerting';
import { withReadableTexts } from './rules/withReadableTexts';
import { StateFile } from './StateFile';
import { TextProgram } from './texts/TextProgram';

const SAVE_MS = 10_000;

export interface AlertingOptions {
  broker: Broker;
  /** File of notification policies: whom rules without a receiver of their own are told to. */
  policies?: string;
  /** In which the plan has people told; English where nobody says. */
  language?: Language;
  /** The program that fills in Go templates. */
  textProgram: string;
  /** Holds what was told; without it what still fires is told again after a restart. */
  stateFile?: string;
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
  language?: Language;
  runners: RuleRunner[];
  refused: Alerting['refused'];
  inbox: Inbox;
  /** What would have been told in a range of the past. */
  replay: (asked: ReplayRange) => Promise<Inbox>;
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
  const runners = alerting.rules.map((rule) => new RuleRunner(rule, sources, texts));
  const scheduler = new Scheduler(
    runners,
    ({ rule }, changes, atMs) => notifier.take(rule, changes, { atMs, now: Date.now() }),
    log
  );
  const file = new StateFile(options.stateFile, log);
  const before = file.read();
  if (before) {
    runners.forEach(({ rule, states }) => states.restore(before.instances[rule.uid] ?? []));
    notifier.restore(before.groups);
    inbox.restore(before.inbox);
  }
  const save = () =>
    file.write({
      instances: Object.fromEntries(runners.map(({ rule, states }) => [rule.uid, states.all()])),
      groups: notifier.saved(),
      inbox: { count: inbox.count, messages: inbox.messages() },
    });
  const saving = setInterval(save, SAVE_MS);
  scheduler.start();
  notifier.start();
  return {
    since: Date.now(),
    language: options.language,
    runners,
    refused: alerting.refused,
    inbox,
    replay: (asked) => replay({ ...parts, alerting, texts }, asked),
    undelivered: () => publisher.problem ?? notifier.undelivered,
    stop: async () => {
      clearInterval(saving);
      scheduler.stop();
      notifier.stop();
      save();
      texts.stop();
      await publisher.stop();
    },
  };
}
