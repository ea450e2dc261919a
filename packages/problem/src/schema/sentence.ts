import { definitionOf } from './definitionOf';
import { type Finding, type Schema } from './finding';
import { shown } from '../shown';

const types: Record<string, string> = {
  number: 'a finite number',
  integer: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a JSON object',
  null: 'null',
};

/** A field that is null is as absent; an entry of a list that is null keeps its place. */
function typeSays({ path, schema }: Finding, value: unknown): string {
  const isEntry = /^\d+$/.test(path.at(-1) ?? '');
  const known = [schema.type!].flat().filter((type) => isEntry || type !== 'null');
  return `must be ${known.map((type) => types[type]).join(' or ')}, not ${shown(value)}`;
}

function boundSays({ schema: { title, minimum: low, maximum: high } }: Finding, value: unknown): string {
  const within =
    low === undefined ? `be at most ${high}` : high === undefined ? `be at least ${low}` : `lie in ${low} … ${high}`;
  return `must ${title ? `be ${title}` : within}, not ${shown(value)}`;
}

/** Names of all fields that a part of the schema knows. */
function known({ $ref, allOf = [], properties = {} }: Schema): string[] {
  const others = $ref === undefined ? allOf : [...allOf, definitionOf($ref)];
  return [...Object.keys(properties), ...others.flatMap(known)];
}

function unknownSays({ schema }: Finding): string {
  return `unknown field; known here: ${[...new Set(known(schema))].sort().join(', ')}`;
}

function missingSays({ path, schema }: Finding): string {
  const field = schema.properties?.[path.at(-1)!];
  const description = typeof field === 'object' ? field.description : undefined;
  return description === undefined ? 'is missing' : `is missing: ${description}`;
}

/** What each keyword of the schema has to say; the others only lead to one of them. */
export const sentences: Record<string, (finding: Finding, value: unknown) => string> = {
  type: typeSays,
  enum: ({ schema }, value) =>
    `must be one of ${schema.enum!.filter((known) => known !== null).join(', ')}, not ${shown(value)}`,
  minimum: boundSays,
  maximum: boundSays,
  anyOf: ({ schema }, value) => `must be ${schema.title}, not ${shown(value)}`,
  maxItems: ({ schema }, value) => `must have at most ${schema.maxItems} entries, not ${(value as unknown[]).length}`,
  required: missingSays,
  additionalProperties: unknownSays,
  unevaluatedProperties: unknownSays,
};
