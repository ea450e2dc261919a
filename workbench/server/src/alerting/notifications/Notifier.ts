import type { Log } from '../../log';
import type { Sources } from '../evaluation/askQuery';
import type { AlertRule } from '../rules/AlertRule';
import { isMuted } from '../rules/muteTiming';
import type { Alerting } from '../rules/readAlerting';
import type { Change } from '../states/RuleStates';
import { keyOf } from '../states/Instance';
import type { TextProgram } from '../texts/TextProgram';
import { type Address, addressesOf, groupLabelsOf } from './addressOf';
import { toAlert } from './Alert';
import { type Evidence, evidenceOf } from './evidenceOf';
import { Group, type SavedGroup, type Tidings } from './Group';
import type { Inbox } from './Inbox';
import { asGrafanaHasIt, type Notification, toNotification } from './notification';
import type { Publisher } from './Publisher';

const TICK_MS = 250;

export interface NotifierParts {
  alerting: Alerting;
  sources: Sources;
  texts: TextProgram;
  publisher: Pick<Publisher, 'publish'>;
  inbox: Inbox;
  log: Log;
  externalURL: () => string;
}

interface Addressed {
  address: Address;
  labels: Record<string, string>;
  group: Group;
  /** By rule, which may have changed its texts but not its queries. */
  rules: Map<string, AlertRule>;
  /** The last that was known of an alert, for the message that it is over. */
  evidence: Map<string, Evidence>;
  sending: boolean;
}

/** Groups alerts and sends each group's message when it is due: at least once, again until the broker has acknowledged. */
export class Notifier {
  private readonly groups = new Map<string, Addressed>();
  /** When each rule was evaluated last, by uid. */
  private readonly evaluated = new Map<string, number>();
  private restored: Record<string, SavedGroup> = {};
  private timer: NodeJS.Timeout | undefined;
  /** Messages that the broker has not taken yet, by why. */
  undelivered: string | undefined;

  constructor(private readonly parts: NotifierParts) {}

  start(): void {
    this.timer = setInterval(() => void this.flush(Date.now()), TICK_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Groups that a server before this one knew: each goes on as soon as an alert of it is heard of. */
  restore(groups: Record<string, SavedGroup>): void {
    this.restored = groups;
  }

  saved(): Record<string, SavedGroup> {
    const known = [...this.groups].map(([key, { group }]) => [key, group.saved()] as const);
    return { ...this.restored, ...Object.fromEntries(known) };
  }

  /** Takes what the evaluation as of `atMs` has to tell; both moments are Unix ms. */
  async take(rule: AlertRule, changes: Change[], { atMs, now }: { atMs: number; now: number }): Promise<void> {
    for (const change of changes) {
      const annotations = await this.annotationsOf(rule, change);
      const alert = toAlert(change, annotations, now);
      for (const address of addressesOf(alert, rule, this.parts.alerting)) {
        const addressed = this.groupOf(address, groupLabelsOf(alert, address.routing.groupBy), now);
        addressed.rules.set(rule.uid, rule);
        addressed.group.insert(alert, now);
      }
    }
    this.evaluated.set(rule.uid, atMs);
  }

  private annotationsOf({ annotations, queries }: AlertRule, { instance }: Change) {
    return this.parts.texts.rule({
      texts: annotations,
      ...instance.texts,
      queries: queries.map(({ refId }) => refId),
      externalURL: this.parts.externalURL(),
    });
  }

  private groupOf(address: Address, labels: Record<string, string>, now: number): Addressed {
    const key = `${address.key}${keyOf(labels)}`;
    let found = this.groups.get(key);
    if (!found) {
      const group = new Group(address.routing, address.point.sendResolved, now);
      const before = this.restored[key];
      if (before) {
        group.restore(before);
        delete this.restored[key];
      }
      found = { address, labels, group, rules: new Map(), evidence: new Map(), sending: false };
      this.groups.set(key, found);
    }
    return found;
  }

  /** Sends what is due; resolves when the broker has taken it, or has not. */
  async flush(now: number): Promise<void> {
    const sent: Array<Promise<void>> = [];
    for (const [key, addressed] of this.groups) {
      if (addressed.sending) {
        continue;
      }
      const heard = [...addressed.rules.keys()].map((uid) => this.evaluated.get(uid) ?? 0);
      const tidings = addressed.group.flush(now, Math.min(now, ...heard));
      if (tidings && this.isMuted(addressed, now)) {
        addressed.group.muted(tidings);
      } else if (tidings) {
        addressed.sending = true;
        sent.push(this.send(addressed, tidings, now).finally(() => (addressed.sending = false)));
      } else if (addressed.group.empty) {
        this.groups.delete(key);
      }
    }
    await Promise.all(sent);
  }

  private isMuted({ address }: Addressed, now: number): boolean {
    const { muteTimings } = this.parts.alerting;
    return muteTimings.some((timing) => address.routing.muteTimings.includes(timing.name) && isMuted(timing, now));
  }

  private async send(addressed: Addressed, tidings: Tidings, now: number): Promise<void> {
    const { point, route } = addressed.address;
    const { log, publisher, inbox } = this.parts;
    try {
      const told = point.sendResolved ? tidings : onlyFiring(tidings);
      if (told.alerts.length > 0) {
        const notification = await this.notificationOf(addressed, told, now);
        await publisher.publish(point.topic, await this.payloadOf(addressed, notification), point);
        if (route !== undefined) {
          inbox.add({ at: now, route, topic: point.topic, notification });
        }
      }
      addressed.group.delivered(tidings, now);
      this.undelivered = undefined;
    } catch (error) {
      this.undelivered = (error as Error).message;
      log('error', `a message to ${point.topic} was not sent, it is tried again: ${this.undelivered}`);
    }
  }

  private async notificationOf(addressed: Addressed, tidings: Tidings, now: number): Promise<Notification> {
    const { address, labels: groupLabels, evidence } = addressed;
    const externalURL = this.parts.externalURL();
    const notification = toNotification(tidings, {
      receiver: address.point.name,
      groupLabels,
      externalURL,
      now,
    });
    if (address.route === undefined) {
      return notification;
    }
    for (const [uid, rule] of addressed.rules) {
      const find = await evidenceOf(this.parts.sources, rule, now);
      for (const { labels, fingerprint } of notification.alerts.filter(({ ruleUID }) => ruleUID === uid)) {
        const found = find(labels);
        if (found) {
          evidence.set(fingerprint, found);
        }
      }
    }
    const alerts = notification.alerts.map((alert) => {
      const known = evidence.get(alert.fingerprint);
      return known ? { ...alert, evidence: known } : alert;
    });
    return { ...notification, alerts };
  }

  /** For people all that is known, whatever their contact point would write: a page makes its own text of it. */
  private async payloadOf({ address, labels }: Addressed, notification: Notification): Promise<string> {
    const { format, message } = address.point;
    const people = address.route !== undefined;
    const text =
      message && (await this.parts.texts.message(this.parts.alerting.templates, message, asGrafanaHasIt(notification)));
    const groupKey = `${address.key}:${keyOf(labels)}`;
    return format === 'text' && !people
      ? text
      : JSON.stringify({ ...notification, version: '1', groupKey, message: text });
  }
}

function onlyFiring({ alerts, firing, resolved }: Tidings): Tidings {
  return { alerts: alerts.filter(({ labels }) => firing.has(keyOf(labels))), firing, resolved };
}
