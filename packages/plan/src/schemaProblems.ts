import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import schema from '../../../control-plan/schema.json';
import type { Problem } from './problem';

let compiled: ReturnType<Ajv2020['compile']> | undefined;

function validator(): ReturnType<Ajv2020['compile']> {
  if (!compiled) {
    const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
    addFormats(ajv);
    compiled = ajv.compile(schema);
  }
  return compiled;
}

const advices: Record<string, (params: Record<string, unknown>) => string> = {
  additionalProperties: ({ additionalProperty }) =>
    `"${String(additionalProperty)}" is not a known key: correct its spelling or remove it`,
  required: ({ missingProperty }) => `add "${String(missingProperty)}"`,
  enum: ({ allowedValues }) => `use one of: ${(allowedValues as unknown[]).join(', ')}`,
  type: ({ type }) => `write a value of type ${String(type)}`,
  pattern: ({ pattern }) => `write it in the form ${String(pattern)}`,
};

function path(error: ErrorObject): Problem['path'] {
  const keys = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  const extra = (error.params as Record<string, unknown>)['additionalProperty'];
  return error.keyword === 'additionalProperties' ? [...keys, String(extra)] : keys;
}

/** What the JSON Schema finds wrong; `if` and `oneOf` are left out where a more telling error stands beside them. */
export function schemaProblems(value: unknown): Problem[] {
  const validate = validator();
  if (validate(value)) {
    return [];
  }
  const errors = validate.errors ?? [];
  const telling = errors.filter(({ keyword }) => !['if', 'oneOf', 'anyOf'].includes(keyword));
  return (telling.length > 0 ? telling : errors).map((error) => ({
    path: path(error),
    rule: error.message ?? error.keyword,
    advice: advices[error.keyword]?.(error.params) ?? 'see control-plan/schema.json for what may stand here',
  }));
}
