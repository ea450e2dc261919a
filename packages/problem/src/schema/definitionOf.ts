import schema from '../../../../docs/spc-problem.schema.json';
import { type Schema } from './finding';

/** The definition of the schema that a `$ref` names. */
export function definitionOf(ref: string): Schema {
  return (schema.$defs as Record<string, Schema>)[ref.replace('#/$defs/', '')]!;
}
