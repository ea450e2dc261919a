import type { Labels } from '../rules/AlertRule';

/** A number of an answer with its labels. */
export interface Numbered {
  labels: Labels;
  value: number | null;
}

interface JsonFrame {
  schema: { fields: Array<{ name: string; type: string }>; meta?: { type?: string; typeVersion?: number[] } };
  data: { values: unknown[][]; entities?: Array<Partial<Record<'NaN' | 'Inf' | 'NegInf', number[]>> | null> };
}

/**
 * The numbers of an answer as Grafana's expressions read them: one a row, its text columns as labels. Undefined where there is
 * no frame or no field; none where there is no row. Throws on a frame of another kind.
 */
export function numbersOf(frames: Buffer[]): Numbered[] | undefined {
  if (frames.length > 1) {
    throw new Error(`it answered ${frames.length} frames; one of type numeric-long is read`);
  }
  const frame = frames[0] && (JSON.parse(frames[0].toString('utf8')) as JsonFrame);
  if (!frame?.schema.fields.length) {
    return undefined;
  }
  const { fields, meta } = frame.schema;
  const numbers = fields.flatMap(({ type }, i) => (type === 'number' ? [i] : []));
  if (meta?.type !== 'numeric-long' || numbers.length !== 1) {
    throw new Error(
      `it answered a frame of type "${meta?.type ?? ''}" with ${numbers.length} numbers a row; numeric-long with one is read`
    );
  }
  const [column = 0] = numbers;
  const values = valuesOf(frame, column);
  const texts = fields.flatMap(({ name, type }, i) =>
    type === 'string' ? [{ name, column: frame.data.values[i] ?? [] }] : []
  );
  return values.map((value, row) => ({
    value,
    labels: Object.fromEntries(texts.map(({ name, column: text }) => [name, String(text[row] ?? '')])),
  }));
}

/** JSON has no word for what is no finite number: the frame names those rows beside. */
function valuesOf({ data }: JsonFrame, column: number): Array<number | null> {
  const values = [...((data.values[column] ?? []) as Array<number | null>)];
  const entities = data.entities?.[column];
  const put = (rows: number[] | undefined, value: number) => rows?.forEach((row) => (values[row] = value));
  put(entities?.NaN, Number.NaN);
  put(entities?.Inf, Number.POSITIVE_INFINITY);
  put(entities?.NegInf, Number.NEGATIVE_INFINITY);
  return values;
}
