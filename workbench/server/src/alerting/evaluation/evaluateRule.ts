import type { AlertRule } from '../rules/AlertRule';
import type { Result } from '../states/Instance';
import { askQuery, type Sources } from './askQuery';
import { numbersOf } from './numbersOf';
import { type Answer, resultsOf } from './resultsOf';

/** Asks the queries of a rule as of a moment (Unix ms), one after another, and judges their answers. */
export async function evaluateRule(
  sources: Sources,
  rule: AlertRule,
  atMs: number,
  headers: Record<string, string>
): Promise<Result[]> {
  const answers: Record<string, Answer> = {};
  for (const query of rule.queries) {
    try {
      answers[query.refId] = { numbers: numbersOf(await askQuery(sources, query, atMs, headers)) };
    } catch (error) {
      answers[query.refId] = { error: (error as Error).message };
    }
  }
  return resultsOf(rule, answers);
}
