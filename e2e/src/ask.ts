import { type APIRequestContext, expect } from '@playwright/test';

export type Row = Record<string, unknown>;

interface Answer {
  error?: string;
  frames: Array<{
    schema: { name?: string; fields: Array<{ name: string }> };
    data: { values: unknown[][] };
  }>;
}

/** The rows of each frame, by the frame's name, that a query of the cells datasource answers; fails on an error. */
export async function ask(
  request: APIRequestContext,
  range: { from: number; to: number },
  query: Row
): Promise<Map<string, Row[]>> {
  const response = await request.post('/api/ds/query', {
    data: {
      from: String(range.from),
      to: String(range.to),
      queries: [
        {
          refId: 'A',
          datasource: { uid: 'cellthread' },
          intervalMs: 1000,
          maxDataPoints: 43_200,
          filters: [],
          ...query,
        },
      ],
    },
    timeout: 60_000,
  });
  const { results } = (await response.json()) as { results: Record<string, Answer> };
  expect(results.A?.error).toBeUndefined();
  return rowsOf(results.A);
}

/** The rows of each frame of one answer, by the frame's name. */
export function rowsOf(answer: Answer | undefined): Map<string, Row[]> {
  return new Map(
    answer?.frames.map(({ schema, data }) => [
      schema.name ?? '',
      Array.from({ length: data.values[0]?.length ?? 0 }, (_, row) =>
        Object.fromEntries(schema.fields.map(({ name }, column) => [name, data.values[column]?.[row]]))
      ),
    ])
  );
}
