import { ProblemError } from './ProblemError';

export type Json = Record<string, unknown>;

/** Typed access to an object of a problem that fits the schema; what complains here is what one field asks of another. */
export class Fields {
  constructor(
    private readonly json: Json,
    private readonly path = ''
  ) {}

  name(field: string): string {
    return this.path ? `${this.path}.${field}` : field;
  }

  has(field: string): boolean {
    return this.get(field) !== undefined && this.get(field) !== null;
  }

  get(field: string): unknown {
    return this.json[field];
  }

  number(field: string): number | undefined {
    return this.given<number>(field);
  }

  boolean(field: string): boolean | undefined {
    return this.given<boolean>(field);
  }

  text<T extends string>(field: string): T | undefined {
    return this.given<T>(field);
  }

  list<T>(field: string): T[] | undefined {
    return this.given<T[]>(field);
  }

  object(field: string): Fields | undefined {
    const value = this.given<Json>(field);
    return value && new Fields(value, this.name(field));
  }

  /** The objects of a list. */
  objects(field: string): Fields[] | undefined {
    return this.list<Json>(field)?.map((value, i) => new Fields(value, `${this.name(field)}[${i}]`));
  }

  /** Numbers, with NaN for null. */
  numbers(field: string): Float64Array | undefined {
    const list = this.list<number | null>(field);
    return list && numbersOf(list);
  }

  /** Whole numbers of [0, high). */
  indices(field: string, high: number): number[] | undefined {
    const list = this.list<number>(field);
    list?.forEach((value, i) => {
      if (value >= high) {
        throw new ProblemError(`${this.name(field)}[${i}]`, `must be a whole number from 0 to ${high - 1}`);
      }
    });
    return list;
  }

  /** Names (text or numbers) turned into numbers from 0 in order of appearance. */
  labels(field: string, count: number): { ids: Int32Array; names: string[] } | undefined {
    const list = this.list<string | number>(field);
    if (!list) {
      return undefined;
    }
    if (list.length !== count) {
      throw new ProblemError(this.name(field), `must have one entry a value: ${count}, not ${list.length}`);
    }
    const known = new Map<string, number>();
    const ids = Int32Array.from(list, (value) => {
      const key = String(value);
      known.set(key, known.get(key) ?? known.size);
      return known.get(key)!;
    });
    return { ids, names: [...known.keys()] };
  }

  /** What one field makes necessary. */
  needed<T>(field: string, value: T | undefined): T {
    if (value === undefined) {
      throw new ProblemError(this.name(field), 'is missing');
    }
    return value;
  }

  private given<T>(field: string): T | undefined {
    return (this.json[field] as T | null | undefined) ?? undefined;
  }
}

/** Numbers with NaN for null. */
export function numbersOf(list: ReadonlyArray<number | null>): Float64Array {
  return Float64Array.from(list, (value) => value ?? NaN);
}
