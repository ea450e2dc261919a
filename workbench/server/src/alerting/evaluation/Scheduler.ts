import type { Log } from '../../log';
import type { Change } from '../states/RuleStates';
import { lastDue } from './due';
import type { RuleRunner } from './RuleRunner';

const TICK_MS = 250;

/** Rules that are due as often as this command the line, or are of safety: they do not wait for all others. */
const URGENT_MS = 10_000;

/**
 * Evaluates rules when they are due, one after another, of those that wait an urgent one and another in turn: what is due while it
 * still waits or runs is left out and counted, so that a slow machine evaluates less often and never falls behind.
 */
export class Scheduler {
  private readonly queue: Array<{ runner: RuleRunner; atMs: number }> = [];
  private readonly busy = new Set<RuleRunner>();
  private readonly seen = new Map<RuleRunner, number>();
  private timer: NodeJS.Timeout | undefined;
  private draining = false;
  private urgentLast = false;
  private stopped = false;

  constructor(
    private readonly runners: RuleRunner[],
    private readonly told: (runner: RuleRunner, changes: Change[], atMs: number) => Promise<void>,
    private readonly log: Log
  ) {}

  start(): void {
    const now = Date.now();
    this.runners.forEach((runner) => this.seen.set(runner, lastDue(now, runner.rule.group, runner.rule.intervalMs)));
    this.timer = setInterval(() => this.tick(Date.now()), TICK_MS);
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
    this.queue.length = 0;
  }

  private tick(nowMs: number): void {
    for (const runner of this.runners) {
      const due = lastDue(nowMs, runner.rule.group, runner.rule.intervalMs);
      if (due <= (this.seen.get(runner) ?? 0)) {
        continue;
      }
      this.seen.set(runner, due);
      if (this.busy.has(runner)) {
        runner.health.skipped++;
      } else {
        this.enqueue(runner, due);
      }
    }
  }

  private enqueue(runner: RuleRunner, atMs: number): void {
    this.busy.add(runner);
    this.queue.push({ runner, atMs });
    void this.drain();
  }

  private async drain(): Promise<void> {
    if (this.draining) {
      return;
    }
    this.draining = true;
    for (let next = this.next(); next && !this.stopped; next = this.next()) {
      await this.evaluate(next.runner, next.atMs);
    }
    this.draining = false;
  }

  private next() {
    const wanted = this.queue.findIndex(({ runner }) => runner.rule.intervalMs <= URGENT_MS !== this.urgentLast);
    const [next] = this.queue.splice(Math.max(0, wanted), 1);
    this.urgentLast = next !== undefined && next.runner.rule.intervalMs <= URGENT_MS;
    return next;
  }

  private async evaluate(runner: RuleRunner, atMs: number): Promise<void> {
    try {
      const changes = await runner.run(atMs);
      if ('retryMs' in changes) {
        setTimeout(
          () => this.stopped || (this.queue.push({ runner, atMs }), void this.drain()),
          changes.retryMs
        ).unref();
        return;
      }
      await this.told(runner, changes, atMs);
    } catch (error) {
      this.log('error', `the alert rule ${runner.rule.uid} could not be evaluated: ${(error as Error).message}`);
    }
    this.busy.delete(runner);
  }
}
