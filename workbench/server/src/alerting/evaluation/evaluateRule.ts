import type { AlertRule } from '../rules/AlertRule';
import type { Result } from '../states/Instance';
import { askQuery, type Sources } from './askQuery';
import { numbersOf } from './numbersOf';
import { type Answer, resultsOf } from './resultsOf';

/**
 * Asks the queries of a rule as of a moment (Unix ms), one after another, and judges their answers: that of the condition first,
 * and the others, which only say more of its rows, where it has some.
 */
export async function evaluateRule(
  sources: Sources,
  rule: AlertRule,
  atMs: number,
  headers: Record<string, string>
): Promise<Result[]> {
  const answers: Record<string, Answer> = {};
  const condition = rule.threshold.expression;
  const ordered = [...rule.queries].sort((a, b) => Number(b.refId === condition) - Number(a.refId === condition));
  for (const query of ordered) {
    try {
      answers[query.refId] = hasNoRow(answers[condition])
        ? { numbers: [] }
        : { numbers: numbersOf(await askQuery(sources, query, atMs, headers)) };
    } catch (error) {
      answers[query.refId] = { error: (error as Error).message };
    }
  }
  return resultsOf(rule, answers);
}

const hasNoRow = (answer: Answer | undefined) =>
  answer !== undefined && ('error' in answer || answer.numbers?.length === 0);
