import { LineCounter, parseDocument, type Document } from 'yaml';
import { placesOf } from './places';
import type { PlanFile } from './planFile';
import { PlanError, type Problem } from './problem';
import { resolvePlan } from './resolvePlan';
import { schemaProblems } from './schemaProblems';
import { semanticProblems } from './semanticProblems';
import type { Plan } from './types';
import { yamlProblems } from './yamlProblems';

/** The value of a document, or what is wrong with the references in it. */
function valueOf(document: Document, text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: document.toJS() };
  } catch (error) {
    const rule = (error as Error).message;
    const name = /: (\S+)$/.exec(rule)?.[1];
    return {
      problem: {
        path: [],
        line: name === undefined ? undefined : text.slice(0, text.indexOf(`*${name}`)).split('\n').length,
        rule,
        advice: 'a text that begins with * or & refers to another place: put it in quotes',
      },
    };
  }
}

/** Every problem of a plan's text, and the file's content if it has none. */
export function checkPlan(text: string): { problems: Problem[]; file?: PlanFile } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  if (document.errors.length > 0) {
    return { problems: yamlProblems(document, text) };
  }
  const read = valueOf(document, text);
  if ('problem' in read) {
    return { problems: [read.problem] };
  }
  const places = placesOf(document, counter);
  const found = schemaProblems(read.value, places);
  // Semantic rules read the shape the schema guarantees.
  const problems = found.length > 0 ? found : semanticProblems(read.value as PlanFile);
  if (problems.length > 0) {
    return { problems: problems.map((problem) => ({ line: places.line(problem.path), ...problem })) };
  }
  return { problems, file: read.value as PlanFile };
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
