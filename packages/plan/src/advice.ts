import type { ErrorObject } from 'ajv';
import type { Written } from './places';
import type { Problem } from './problem';

type Says = Pick<Problem, 'rule' | 'advice'>;

/** A form as the schema describes it. */
function form({ parentSchema }: ErrorObject): { description: string; example: string } {
  const { description, examples } = (parentSchema ?? {}) as { description?: string; examples?: string[] };
  return { description: (description ?? '').replace(/\.$/, ''), example: (examples ?? []).join(' or ') };
}

function formSays(error: ErrorObject, { value }: Written): Says {
  const { description, example } = form(error);
  return { rule: `"${String(value)}" is not of this form: ${description}`, advice: `write for example ${example}` };
}

/** In `3.000,5` and `3,000.5` what stands before the decimals only groups. */
const withoutSeparators = (digits: string): string => digits.replace(/[^\d+-]/g, '');

function numberSays({ value, source = String(value) }: Written): Says | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return {
      rule: `${source} is no number that can be stored`,
      advice: 'remove the key: what is not stated does not exist',
    };
  }
  if (/^[+-]?\d*,\d+$/.test(source)) {
    return { rule: `${source} has a decimal comma`, advice: `write ${source.replace(',', '.')}` };
  }
  if (/^[+-]?\d{1,3}([ .,'_\u00a0\u2009\u202f]\d{3})+(\.\d+)?$/.test(source)) {
    return { rule: `${source} has separators between its digits`, advice: `write ${withoutSeparators(source)}` };
  }
  const bare = /^\s*([+-]?\d+(?:\.\d+)?)\s*(\D*)$/.exec(String(value));
  if (typeof value === 'string' && bare) {
    return bare[2]
      ? { rule: `"${value}" is a number with a unit`, advice: `write ${bare[1]}; the unit stands at unit` }
      : { rule: `"${value}" is a text`, advice: `write it without quotes: ${bare[1]}` };
  }
  return undefined;
}

const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);

interface Schema {
  properties?: Record<string, unknown>;
  required?: string[];
}

/** A single value, or a list, where keys belong; keys, or a single value, where a list belongs. */
function structureSays(type: 'object' | 'array', { value, source }: Written, schema: Schema = {}): Says {
  const isKeys = typeof value === 'object' && !Array.isArray(value);
  const stands = Array.isArray(value) ? 'a list stands' : isKeys ? 'keys stand' : `${source ?? String(value)} stands`;
  const keys = schema.required ?? Object.keys(schema.properties ?? {}).slice(0, 3);
  return type === 'object'
    ? {
        rule: `${stands} where keys belong`,
        advice:
          keys.length > 0
            ? `write for example { ${keys.map((key) => `${key}: …`).join(', ')} }`
            : 'write { key: value }',
      }
    : { rule: `${stands} where a list belongs`, advice: 'write [a, b], or each entry on a line of its own after "- "' };
}

function typeSays({ params, instancePath, parentSchema }: ErrorObject, written: Written): Says {
  const type = ([] as string[]).concat((params as { type: string | string[] }).type).join(' or ');
  const { value, source } = written;
  if (value === null && instancePath === '') {
    return { rule: 'the file is empty', advice: 'write a plan: control-plan/schema.json says of what' };
  }
  if (value === null) {
    return { rule: 'nothing is stated here', advice: `write a value of type ${type}, or remove the key` };
  }
  if (type === 'string' && ['number', 'boolean'].includes(typeof value)) {
    const text = source ?? String(value);
    return { rule: `${text} is read as ${article(typeof value)}`, advice: `write it in quotes: '${text}'` };
  }
  if (type === 'boolean') {
    return { rule: `${source ?? String(value)} is neither true nor false`, advice: 'write true or false' };
  }
  if (type === 'object' || type === 'array') {
    return structureSays(type, written, parentSchema as Schema | undefined);
  }
  const said = /^(number|integer)$/.test(type) ? numberSays(written) : undefined;
  return said ?? { rule: `must be ${type}`, advice: `write a value of type ${type}` };
}

/** A key that nobody knows may be the rest of a number with a comma, or have its value glued to it. */
function keySays({ params }: ErrorObject, before: Written | undefined): Says {
  const key = String((params as { additionalProperty: string }).additionalProperty);
  const number = typeof before?.value === 'number' ? (before.source ?? String(before.value)) : undefined;
  if (/^\d+$/.test(key) && number !== undefined) {
    return { rule: `${number},${key} has a decimal comma`, advice: `write ${withoutSeparators(number)}.${key}` };
  }
  const glued = /^([a-z_]+):(.+)$/.exec(key);
  return {
    rule: 'must NOT have additional properties',
    advice: glued
      ? `write a space after the colon: ${glued[1]}: ${glued[2]}`
      : `"${key}" is not a known key: correct its spelling or remove it`,
  };
}

function oneOfThese({ schema }: ErrorObject): Says {
  const keys = (schema as Array<{ required?: string[] }>).flatMap(({ required }) => required ?? []);
  return { rule: `states none of ${keys.join(', ')}`, advice: `add at least one of: ${keys.join(', ')}` };
}

/** Rule and advice of an error of the schema; `before` is the entry that stands before an unknown key. */
export function advise(error: ErrorObject, written: Written, before?: Written): Says {
  const message = error.message ?? error.keyword;
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'type':
      return typeSays(error, written);
    case 'pattern':
    case 'format':
      return formSays(error, written);
    case 'additionalProperties':
      return keySays(error, before);
    case 'required':
      return {
        rule: `${String(params['missingProperty'])} is missing`,
        advice: `add "${String(params['missingProperty'])}"`,
      };
    case 'enum':
      return {
        rule: `${written.source ?? JSON.stringify(written.value)} is none of the words that may stand here`,
        advice: `use one of: ${(params['allowedValues'] as unknown[]).join(', ')}`,
      };
    case 'anyOf':
      return oneOfThese(error);
    case 'items':
    case 'maxItems':
      return { rule: message, advice: 'remove what is too much; decimals have a point, a comma separates two numbers' };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return { rule: `is ${String(written.value)}, but ${message}`, advice: 'correct the number' };
    case 'uniqueItems':
      return {
        rule: `${String((written.value as unknown[])[Number(params['i'])])} stands twice`,
        advice: 'remove one of the two',
      };
    case 'minProperties':
      return { rule: 'nothing is stated here', advice: 'state at least one of its keys, or remove it' };
    case 'minLength':
      return { rule: 'the text is empty', advice: 'write it, or remove the key' };
    case 'minItems':
      return { rule: message, advice: 'add what is missing' };
    default:
      return { rule: message, advice: 'see control-plan/schema.json for what may stand here' };
  }
}
