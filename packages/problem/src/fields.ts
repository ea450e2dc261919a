/** A problem that cannot be answered as it stands; the message names the field. */
export class ProblemError extends Error {
  constructor(
    readonly field: string,
    message: string
  ) {
    super(`${field}: ${message}`);
    this.name = 'ProblemError';
  }
}

/** A value as complaints cite it: short, whatever it holds. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  const plain = value === null || typeof value !== 'object';
  return !plain ? 'an object' : typeof value === 'number' ? String(value) : cut(JSON.stringify(value));
}

const LONGEST_TEXT = 80;

/** Sizes of numbers that arithmetic with squares and products holds; of a plant nothing lies beyond. */
export const LARGEST = 1e100;
export const SMALLEST = 1e-100;
/** Entries of one list. */
const LONGEST_LIST = 2_000_000;

function cut(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT).join('')}…` : text;
}

export type Json = Record<string, unknown>;

/** Typed access to the fields of a JSON problem; every complaint names the field. */
export class Fields {
  private readonly asked = new Set<string>();

  constructor(
    private readonly json: Json,
    private readonly path = ''
  ) {}

  static of(value: unknown, path: string): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ProblemError(path || 'problem', 'must be a JSON object');
    }
    return new Fields(value as Json, path);
  }

  name(field: string): string {
    return this.path ? `${this.path}.${field}` : field;
  }

  has(field: string): boolean {
    return this.get(field) !== undefined && this.get(field) !== null;
  }

  get(field: string): unknown {
    this.asked.add(field);
    return this.json[field];
  }

  /** Refuses what nobody asked for: a misspelt option must not be silently without effect. */
  refuseOthers(): void {
    for (const field of Object.keys(this.json)) {
      if (!this.asked.has(field)) {
        throw new ProblemError(this.name(field), `unknown field; known here: ${[...this.asked].sort().join(', ')}`);
      }
    }
  }

  number(field: string, least = -LARGEST, most = LARGEST): number | undefined {
    const [low, high] = [Math.max(least, -LARGEST), Math.min(most, LARGEST)];
    const value = this.get(field);
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new ProblemError(this.name(field), `must be a finite number, not ${shown(value)}`);
    }
    if (value < low || value > high) {
      throw new ProblemError(this.name(field), `must lie in ${low} … ${high}, not ${value}`);
    }
    return value;
  }

  whole(field: string, low = 0, high = 1e9): number | undefined {
    const value = this.number(field, low, high);
    if (value !== undefined && !Number.isInteger(value)) {
      throw new ProblemError(this.name(field), `must be a whole number, not ${value}`);
    }
    return value;
  }

  needNumber(field: string, low?: number, high?: number): number {
    return this.needed(field, this.number(field, low, high));
  }

  needWhole(field: string, low?: number, high?: number): number {
    return this.needed(field, this.whole(field, low, high));
  }

  boolean(field: string): boolean | undefined {
    const value = this.get(field);
    if (value !== undefined && value !== null && typeof value !== 'boolean') {
      throw new ProblemError(this.name(field), `must be true or false, not ${shown(value)}`);
    }
    return value ?? undefined;
  }

  text(field: string): string | undefined {
    const value = this.get(field);
    if (value !== undefined && value !== null && typeof value !== 'string') {
      throw new ProblemError(this.name(field), `must be text, not ${shown(value)}`);
    }
    return value ?? undefined;
  }

  /** A name: text, or a number as text. */
  label(field: string): string | undefined {
    const value = this.get(field);
    if (value !== undefined && value !== null && typeof value !== 'string' && typeof value !== 'number') {
      throw new ProblemError(this.name(field), 'must be text or a number');
    }
    return value === undefined || value === null ? undefined : String(value);
  }

  choice<T extends string>(field: string, known: readonly T[]): T | undefined {
    const value = this.text(field);
    if (value !== undefined && !known.includes(value as T)) {
      throw new ProblemError(this.name(field), `must be one of ${known.join(', ')}, not ${shown(value)}`);
    }
    return value as T | undefined;
  }

  list(field: string): unknown[] | undefined {
    const value = this.get(field);
    if (value !== undefined && value !== null && !Array.isArray(value)) {
      throw new ProblemError(this.name(field), 'must be a list');
    }
    if (Array.isArray(value) && value.length > LONGEST_LIST) {
      throw new ProblemError(this.name(field), `must have at most ${LONGEST_LIST} entries, not ${value.length}`);
    }
    return (value as unknown[] | null) ?? undefined;
  }

  object(field: string): Fields | undefined {
    const value = this.get(field);
    return value === undefined || value === null ? undefined : Fields.of(value, this.name(field));
  }

  /** Numbers with null for missing (NaN); `missing` false refuses null. */
  numbers(field: string, missing = true): Float64Array | undefined {
    const list = this.list(field);
    return list && numbersOf(list, this.name(field), missing);
  }

  needNumbers(field: string, missing = true): Float64Array {
    return this.needed(field, this.numbers(field, missing));
  }

  /** Whole numbers of [0, high). */
  indices(field: string, high: number): number[] | undefined {
    return this.list(field)?.map((value, i) => {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= high) {
        throw new ProblemError(`${this.name(field)}[${i}]`, `must be a whole number from 0 to ${high - 1}`);
      }
      return value;
    });
  }

  /** Names (text or numbers) turned into numbers from 0 in order of appearance. */
  labels(field: string, count: number): { ids: Int32Array; names: string[] } | undefined {
    const list = this.list(field);
    if (!list) {
      return undefined;
    }
    if (list.length !== count) {
      throw new ProblemError(this.name(field), `must have one entry a value: ${count}, not ${list.length}`);
    }
    const known = new Map<string, number>();
    const ids = new Int32Array(count);
    list.forEach((value, i) => {
      if (typeof value !== 'string' && typeof value !== 'number') {
        throw new ProblemError(`${this.name(field)}[${i}]`, 'must be text or a number');
      }
      const key = String(value);
      if (!known.has(key)) {
        known.set(key, known.size);
      }
      ids[i] = known.get(key)!;
    });
    return { ids, names: [...known.keys()] };
  }

  needed<T>(field: string, value: T | undefined): T {
    if (value === undefined) {
      throw new ProblemError(this.name(field), 'is missing');
    }
    return value;
  }
}

export function numbersOf(list: readonly unknown[], name: string, missing = true): Float64Array {
  const numbers = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (value === null && missing) {
      numbers[i] = NaN;
    } else if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new ProblemError(
        `${name}[${i}]`,
        `must be a finite number${missing ? ' or null' : ''}, not ${shown(value)}`
      );
    } else if (value !== 0 && !(Math.abs(value) >= SMALLEST && Math.abs(value) <= LARGEST)) {
      throw new ProblemError(`${name}[${i}]`, `must be 0 or of a size from ${SMALLEST} to ${LARGEST}, not ${value}`);
    } else {
      numbers[i] = value;
    }
  }
  return numbers;
}
