import type { Routing } from '../rules/AlertRule';
import { keyOf } from '../states/Instance';
import { type Alert, merged } from './Alert';

export type Waits = Pick<Routing, 'groupWaitMs' | 'groupIntervalMs' | 'repeatIntervalMs'>;

/** What a group has to tell: its alerts, and which of them fire. */
export interface Tidings {
  alerts: Alert[];
  firing: Set<string>;
  resolved: Set<string>;
}

/** A group as it outlives a restart. */
export interface SavedGroup {
  alerts: Alert[];
  told?: { firing: string[]; resolved: string[]; atMs: number };
  flushed: boolean;
  nextFlush: number;
}

/** What was told last. */
interface Told {
  firing: Set<string>;
  resolved: Set<string>;
  atMs: number;
}

/**
 * The alerts that make one message, with the waits of Grafana's notifier (prometheus/alertmanager: dispatch, notify). No clock,
 * no I/O; moments in Unix ms.
 */
export class Group {
  private readonly alerts = new Map<string, Alert>();
  private told: Told | undefined;
  private flushed = false;
  private nextFlush: number;

  constructor(
    private readonly waits: Waits,
    private readonly sendResolved: boolean,
    createdMs: number
  ) {
    this.nextFlush = createdMs + waits.groupWaitMs;
  }

  saved(): SavedGroup {
    const { alerts, told, flushed, nextFlush } = this;
    return {
      alerts: [...alerts.values()],
      ...(told && { told: { firing: [...told.firing], resolved: [...told.resolved], atMs: told.atMs } }),
      flushed,
      nextFlush,
    };
  }

  restore({ alerts, told, flushed, nextFlush }: SavedGroup): void {
    alerts.forEach((alert) => this.alerts.set(keyOf(alert.labels), alert));
    this.told = told && { firing: new Set(told.firing), resolved: new Set(told.resolved), atMs: told.atMs };
    this.flushed = flushed;
    this.nextFlush = nextFlush;
  }

  insert(alert: Alert, nowMs: number): void {
    const key = keyOf(alert.labels);
    const known = this.alerts.get(key);
    const whole = merged(known, alert);
    this.alerts.set(key, whole);
    if (!this.flushed && whole.startsAt + this.waits.groupWaitMs < nowMs) {
      this.nextFlush = nowMs;
    }
  }

  /** Nothing is left to be told, and nobody was told of what still fires. */
  get empty(): boolean {
    return this.alerts.size === 0 && !this.told?.firing.size;
  }

  /**
   * What is to be told now; undefined before the group's time, and where nothing has changed. An alert that is not heard of any
   * more is over when its time has passed by the evaluation made last (`evaluatedMs`): late evaluations end nothing.
   */
  flush(nowMs: number, evaluatedMs = nowMs): Tidings | undefined {
    if (nowMs < this.nextFlush) {
      return undefined;
    }
    this.flushed = true;
    this.nextFlush = nowMs + this.waits.groupIntervalMs;
    const all = [...this.alerts];
    const keys = (firing: boolean) =>
      new Set(all.filter(([, { endsAt }]) => endsAt > evaluatedMs === firing).map(([key]) => key));
    const tidings = { alerts: all.map(([, alert]) => alert), firing: keys(true), resolved: keys(false) };
    if (all.length > 0 && this.isNews(tidings, nowMs)) {
      return tidings;
    }
    this.forget(tidings);
    return undefined;
  }

  /** The tidings of a flush were told, and need no telling again before the repeat interval. */
  delivered(tidings: Tidings, atMs: number): void {
    this.told = { firing: tidings.firing, resolved: tidings.resolved, atMs };
    this.forget(tidings);
  }

  /**
   * The tidings of a flush fell into a mute timing: nobody was told of them, and what is over is forgotten all the same. Who was told
   * that it fires is never told that it is over, nor before the repeat interval that it fires anew.
   */
  muted(tidings: Tidings): void {
    this.forget(tidings);
  }

  /** They could not be told: they are news again at the next flush. */
  private isNews({ firing, resolved }: Tidings, nowMs: number): boolean {
    const told = this.told;
    if (!told) {
      return firing.size > 0;
    }
    if (!isWithin(firing, told.firing)) {
      return true;
    }
    if (firing.size === 0) {
      return told.firing.size > 0;
    }
    if (this.sendResolved && !isWithin(resolved, told.resolved)) {
      return true;
    }
    return told.atMs < nowMs - this.waits.repeatIntervalMs;
  }

  /** Alerts that are over have been told; those that fired again meanwhile stay. */
  private forget({ alerts, resolved }: Tidings): void {
    for (const [key, alert] of this.alerts) {
      if (resolved.has(key) && alerts.includes(alert)) {
        this.alerts.delete(key);
      }
    }
  }
}

const isWithin = (small: Set<string>, large: Set<string>) => [...small].every((key) => large.has(key));
