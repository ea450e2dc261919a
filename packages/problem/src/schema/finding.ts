/** A part of the schema, as far as sentences need it. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  properties?: Record<string, Schema | boolean>;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

/** One thing that a problem has against the schema. */
export interface Finding {
  /** Keys and places that lead from the problem to what is wrong, or to what is missing. */
  path: string[];
  keyword: string;
  /** What states the keyword. */
  schema: Schema;
}

const isPlace = (token: string): boolean => /^\d+$/.test(token);

function comparePaths(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((token, i) => token !== b[i]);
  if (at < 0 || at >= b.length) {
    return a.length - b.length;
  }
  const [x, y] = [a[at]!, b[at]!];
  return isPlace(x) && isPlace(y) && x.length !== y.length ? x.length - y.length : x < y ? -1 : 1;
}

/** Unknown fields are told last: what is missing or wrong explains more, and next to it a validator may know no field at all. */
const late = ['additionalProperties', 'unevaluatedProperties'];

/** Negative where a is told rather than b, whatever order a validator finds them in: by path, a wrong type before all else. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    late.indexOf(a.keyword) - late.indexOf(b.keyword) ||
    comparePaths(a.path, b.path) ||
    Number(a.keyword !== 'type') - Number(b.keyword !== 'type')
  );
}
