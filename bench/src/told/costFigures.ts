import { setTimeout } from 'node:timers/promises';
import { type Figure, type Note } from '../Benchmark';
import { duration, median, timed } from '../quantiles';
import { type ListedRule, rulesOf } from './rules';

const ROUNDS = 3;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 20 * MINUTE_MS;
const BUDGET_MS = 3000;
const ASKED = 20;

/** All rules once, when each was evaluated before, beside a query that looks at nothing. */
export async function costFigures(workbench: string, note: Note): Promise<Figure[]> {
  const rounds: ListedRule[][] = [];
  for (const until = Date.now() + PATIENCE_MS; rounds.length < ROUNDS; await setTimeout(MINUTE_MS)) {
    const rules = (await rulesOf(workbench)).filter(({ uid }) => !uid.includes('-oos-open-'));
    const waiting = rules.filter(({ health }) => health !== 'ok' && health !== 'nodata');
    if (waiting.length === 0) {
      rounds.push(rules);
      note(`all ${rules.length} rules once: ${duration(sumOf(rules))}`);
    } else if (Date.now() > until) {
      throw new Error(`${waiting.length} rules were not evaluated: ${waiting.map(({ uid }) => uid).join(', ')}`);
    }
  }
  const empty: number[] = [];
  for (let k = 0; k < ASKED; k++) {
    empty.push(await timed(() => askNothing(workbench)));
  }
  const whole = median(rounds.map(sumOf));
  const slowest = rounds
    .at(-1)!
    .toSorted((a, b) => b.evaluationTime - a.evaluationTime)
    .slice(0, 5)
    .map(({ name, evaluationTime }) => `${name} ${duration(1000 * evaluationTime)}`);
  return [
    {
      what: `all ${rounds[0]!.length} rules once, warm, median of ${ROUNDS}`,
      measured: duration(whole),
      against: `≤ ${duration(BUDGET_MS)}`,
      met: whole <= BUDGET_MS,
    },
    { what: '… the slowest', measured: slowest.join(', ') },
    { what: 'a query that looks at nothing, median of 20', measured: duration(median(empty)) },
  ];
}

const sumOf = (rules: readonly ListedRule[]) =>
  1000 * rules.reduce((sum, { evaluationTime }) => sum + evaluationTime, 0);

async function askNothing(workbench: string): Promise<void> {
  const queries = [{ refId: 'A', datasource: { uid: 'cellthread' }, queryType: 'signals', kinds: ['unread'] }];
  const answer = await fetch(`${workbench}/api/ds/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: 'now-5m', to: 'now', queries }),
  });
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
}
