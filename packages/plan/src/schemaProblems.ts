import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import schema from '../../../control-plan/schema.json';
import { advise } from './advice';
import type { Places } from './places';
import type { Problem } from './problem';

let compiled: ReturnType<Ajv2020['compile']> | undefined;

function validator(): ReturnType<Ajv2020['compile']> {
  if (!compiled) {
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      allowUnionTypes: true,
      strictRequired: false,
      strictTypes: false,
      verbose: true,
    });
    addFormats(ajv);
    compiled = ajv.compile(schema);
  }
  return compiled;
}

function path(error: ErrorObject): Problem['path'] {
  const keys = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const { additionalProperty, propertyName } = error.params as Record<string, string | undefined>;
  const key = additionalProperty ?? error.propertyName ?? propertyName;
  return key === undefined ? keys : [...keys, key];
}

/** `if` tells nothing, and what an alternative lacks is told once, by the `anyOf` around it. */
function isTelling(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const within = errors.some(
    ({ keyword, schemaPath }) => keyword === 'anyOf' && error.schemaPath.startsWith(`${schemaPath}/`)
  );
  return !within && !['if', 'propertyNames'].includes(error.keyword);
}

/** What the JSON Schema finds wrong; `places` says how it is written in the file. */
export function schemaProblems(value: unknown, { source, before }: Pick<Places, 'source' | 'before'>): Problem[] {
  const validate = validator();
  if (validate(value)) {
    return [];
  }
  const errors = validate.errors ?? [];
  return errors
    .filter((error) => isTelling(error, errors))
    .map((error) => {
      const at = path(error);
      return { path: at, ...advise(error, { value: error.data, source: source(at) }, before(at)) };
    });
}
