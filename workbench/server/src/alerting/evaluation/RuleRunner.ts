import type { AlertRule, Labels } from '../rules/AlertRule';
import type { Result } from '../states/Instance';
import { type Change, RuleStates } from '../states/RuleStates';
import type { TextProgram } from '../texts/TextProgram';
import { alertHeaders, type Sources } from './askQuery';
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
    private readonly texts: Pick<TextProgram, 'rule'>
  ) {
    this.states = new RuleStates(rule);
  }

  /** Evaluates as of a moment. @returns what is to be told, or after how many ms to try again */
  async run(atMs: number): Promise<Change[] | { retryMs: number }> {
    const started = performance.now();
    const results = await evaluateRule(this.sources, this.rule, atMs, alertHeaders(this.rule));
    const failed = results.find(({ state }) => state === 'Error');
    this.attempt++;
    if (failed && this.attempt < ATTEMPTS) {
      return { retryMs: RETRY_MS };
    }
    this.attempt = 0;
    const templated = Object.values(this.rule.labels).some((text) => text.includes('{{'));
    const labelled = templated
      ? await Promise.all(results.map(async (r) => ({ ...r, ruleLabels: await this.labelsOf(r) })))
      : results;
    const changes = this.states.take(labelled, atMs);
    const noData = this.states.all().some(({ state }) => state === 'NoData');
    Object.assign(this.health, {
      health: failed ? 'error' : noData ? 'nodata' : 'ok',
      lastError: failed?.error,
      lastEvaluation: atMs,
      durationMs: performance.now() - started,
    });
    return changes;
  }

  /** The rule's own labels of a result, where they are templates. */
  private labelsOf({ labels, values }: Result): Promise<Labels> {
    const queries = this.rule.queries.map(({ refId }) => refId);
    return this.texts.rule({ texts: this.rule.labels, labels, values, queries, externalURL: '' });
  }
}
