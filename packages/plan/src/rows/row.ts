/** Field types of InfluxDB; a field keeps its type for ever, so each is stated once in its measurement's columns. */
export type FieldType = 'float' | 'int' | 'text' | 'bool';
export type FieldValue = number | string | boolean;

export type PlanMeasurement = 'station' | 'characteristic' | 'setting' | 'control_limit';

/** What a row says, without when and by whom. Absent fields are not stated; they are never zero or empty. */
export interface PlanContent {
  measurement: PlanMeasurement;
  tags: Record<string, string>;
  fields: Record<string, FieldValue>;
}

/** When a row takes effect and who wrote it. */
export interface RowMeta {
  /** Effective from, whole seconds since the epoch. */
  effective_s: number;
  revision: number;
  recorded_ms: number;
  /** False: withdrawn. */
  active: boolean;
  author: string;
  reason: string;
  sha256: string;
  /** `plan` for rows that `plan push` wrote; it never touches others. */
  origin: string;
}

export interface PlanRow extends PlanContent, RowMeta {}

/** One column of a measurement: its type, what it means and where its value comes from. */
export interface Column<T> {
  type: FieldType;
  about: string;
  of: (entity: T) => FieldValue | undefined;
}

export interface RowKind<T> {
  measurement: PlanMeasurement;
  about: string;
  tags: Record<string, { about: string; of: (entity: T) => string }>;
  fields: Record<string, Column<T>>;
}

/** Empty texts and lists are left out like missing numbers: what is not stated is not stored. */
export function rowContent<T>(kind: RowKind<T>, entity: T): PlanContent {
  const fields: Record<string, FieldValue> = {};
  for (const [name, column] of Object.entries(kind.fields)) {
    const value = column.of(entity);
    if (value !== undefined && value !== '') {
      fields[name] = value;
    }
  }
  return {
    measurement: kind.measurement,
    tags: Object.fromEntries(Object.entries(kind.tags).map(([name, { of }]) => [name, of(entity)])),
    fields,
  };
}

/** Two rows of one key replace each other in time. */
export function rowKey({ measurement, tags }: Pick<PlanContent, 'measurement' | 'tags'>): string {
  return [
    measurement,
    ...Object.keys(tags)
      .sort()
      .map((tag) => `${tag}=${tags[tag]}`),
  ].join('\n');
}

export const json = (value: unknown): string => JSON.stringify(value);
export const list = (values: readonly string[]): string => values.join(',');
