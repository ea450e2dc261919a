/** Something wrong in a plan: where (path of keys and indices), which rule, what to do. */
export interface Problem {
  path: Array<string | number>;
  rule: string;
  advice: string;
  /** From 1; absent if the place is not in the file. */
  line?: number;
}

/** `plan.yaml:12: /stations/3/id: ids are unique — rename one of the two` */
export function problemText(problem: Problem, file: string): string {
  const place = problem.line === undefined ? file : `${file}:${problem.line}`;
  return `${place}: /${problem.path.join('/')}: ${problem.rule} — ${problem.advice}`;
}

/** Thrown where a valid plan is required; the message lists every problem, a line each. */
export class PlanError extends Error {
  constructor(
    readonly problems: Problem[],
    readonly file: string
  ) {
    super(problems.map((problem) => problemText(problem, file)).join('\n'));
    this.name = 'PlanError';
  }
}
