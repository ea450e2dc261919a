import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import schema from '../../../../docs/spc-problem.schema.json';
import { ProblemError } from '../ProblemError';
import { compareFindings, type Finding, type Schema } from './finding';
import { sentences } from './sentence';

// An infinite number (1e400) is a number beyond every bound, not something else.
const options = { allErrors: true, verbose: true, strictNumbers: false, strictTypes: false, allowUnionTypes: true };

const validate = new Ajv2020(options).compile(schema);

/** `if` only leads to what is wrong, and what an alternative lacks is told by the `anyOf` around it. */
const tells = ({ keyword, schemaPath }: ErrorObject): boolean => keyword !== 'if' && !schemaPath.includes('/anyOf/');

function findingOf({ instancePath, keyword, params, parentSchema }: ErrorObject): Finding {
  const tokens = instancePath.split('/').slice(1);
  const path = tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Record<string, string | undefined>;
  const field = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return { path: field === undefined ? path : [...path, field], keyword, schema: parentSchema as Schema };
}

/** The name of a path as complaints give it, `given.strata[2].id`, and what stands there. */
function placeOf(problem: unknown, path: readonly string[]): { name: string; value: unknown } {
  let [name, value] = ['', problem];
  for (const token of path) {
    name += Array.isArray(value) ? `[${token}]` : name === '' ? token : `.${token}`;
    value = (value as Record<string, unknown>)[token];
  }
  return { name: name || 'problem', value };
}

/** Refuses what docs/spc-problem.schema.json does not allow, with one sentence on the first field that is wrong. */
export function refuseMisshapen(problem: unknown): void {
  if (validate(problem)) {
    return;
  }
  const findings = validate.errors!.filter(tells).map(findingOf);
  const first = findings.reduce((a, b) => (compareFindings(b, a) < 0 ? b : a));
  const { name, value } = placeOf(problem, first.path);
  throw new ProblemError(name, sentences[first.keyword]!(first, value));
}
