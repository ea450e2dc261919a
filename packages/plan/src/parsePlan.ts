import { LineCounter, parseDocument, type Document } from 'yaml';
import type { PlanFile } from './planFile';
import { PlanError, type Problem } from './problem';
import { resolvePlan } from './resolvePlan';
import { schemaProblems } from './schemaProblems';
import { semanticProblems } from './semanticProblems';
import type { Plan } from './types';

/** Line of the deepest part of the path that exists in the file, from 1. */
function lineOf(document: Document, counter: LineCounter, path: Problem['path']): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const start = (node as { range?: [number, number, number] } | undefined)?.range?.[0];
    if (start !== undefined) {
      return counter.linePos(start).line;
    }
  }
  return undefined;
}

/** Every problem of a plan's text, and the file's content if it has none. */
export function checkPlan(text: string): { problems: Problem[]; file?: PlanFile } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        path: [],
        rule: error.message.split('\n')[0] ?? error.code,
        advice: 'correct the YAML at this place',
        line: error.linePos?.[0].line,
      })),
    };
  }
  const value: unknown = document.toJS();
  const found = schemaProblems(value);
  // Semantic rules read the shape the schema guarantees.
  const problems = found.length > 0 ? found : semanticProblems(value as PlanFile);
  if (problems.length > 0) {
    return { problems: problems.map((problem) => ({ line: lineOf(document, counter, problem.path), ...problem })) };
  }
  return { problems, file: value as PlanFile };
}

/**
 * The plan of a YAML text, validated and with defaults applied. `file` names the text in errors.
 * @throws PlanError with every problem found.
 */
export function parsePlan(text: string, file: string): Plan {
  const checked = checkPlan(text);
  if (!checked.file) {
    throw new PlanError(checked.problems, file);
  }
  return resolvePlan(checked.file);
}
