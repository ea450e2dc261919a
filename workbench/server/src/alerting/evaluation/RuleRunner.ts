import type { AlertRule, Labels } from '../rules/AlertRule';
import type { Result } from '../states/Instance';
import { type Change, RuleStates } from '../states/RuleStates';
import type { Sources } from './askQuery';
import { evaluateRule } from './evaluateRule';

/** Tries of one evaluation, as in Grafana; a hiccup of a second is no error. */
const ATTEMPTS = 3;
const RETRY_MS = 1000;

/** How the last evaluation of a rule fared; moments in Unix ms. */
export interface Health {
  health: 'unknown' | 'ok' | 'nodata' | 'error';
  lastError?: string;
  lastEvaluation?: number;
  durationMs?: number;
  /** Evaluations that were due while the one before still ran. */
  skipped: number;
}

/** One rule that is evaluated again and again. */
export class RuleRunner {
  readonly states: RuleStates;
  readonly health: Health = { health: 'unknown', skipped: 0 };
  private attempt = 0;

  constructor(
    readonly rule: AlertRule,
    private readonly sources: Sources,
    /** The rule's labels of a result, where they are templates. */
    private readonly labelsOf: (rule: AlertRule, result: Result) => Promise<Labels>
  ) {
    this.states = new RuleStates(rule);
  }

  /** Evaluates as of a moment. @returns what is to be told, or after how many ms to try again */
  async run(atMs: number): Promise<Change[] | { retryMs: number }> {
    const started = performance.now();
    const results = await evaluateRule(this.sources, this.rule, atMs);
    const failed = results.find(({ state }) => state === 'Error');
    this.attempt++;
    if (failed && this.attempt < ATTEMPTS) {
      return { retryMs: RETRY_MS };
    }
    this.attempt = 0;
    const templated = Object.values(this.rule.labels).some((text) => text.includes('{{'));
    const labelled = templated
      ? await Promise.all(results.map(async (r) => ({ ...r, ruleLabels: await this.labelsOf(this.rule, r) })))
      : results;
    const noData = results.every(({ state }) => state === 'NoData');
    Object.assign(this.health, {
      health: failed ? 'error' : noData && this.rule.noDataState !== 'OK' ? 'nodata' : 'ok',
      lastError: failed?.error,
      lastEvaluation: atMs,
      durationMs: performance.now() - started,
    });
    return this.states.take(labelled, atMs);
  }
}
