export type Row = Record<string, unknown>;

interface Answer {
  error?: string;
  frames: Array<{ schema: { name?: string; fields: Array<{ name: string }> }; data: { values: unknown[][] } }>;
}

/** The rows of each frame, by the frame's name, that a query answers which the workbench passes on. Throws its error. */
export async function ask(
  workbench: string,
  range: { from: number; to: number },
  query: Row
): Promise<Map<string, Row[]>> {
  const answer = await fetch(`${workbench}/api/ds/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      from: String(range.from),
      to: String(range.to),
      queries: [
        { refId: 'A', datasource: { uid: 'cellthread' }, intervalMs: 1000, maxDataPoints: 1000, filters: [], ...query },
      ],
    }),
  });
  const { results } = (await answer.json()) as { results: Record<string, Answer> };
  const { error, frames = [] } = results.A!;
  if (error) {
    throw new Error(error);
  }
  return new Map(frames.map(({ schema, data }) => [schema.name ?? '', rowsOf(schema.fields, data.values)]));
}

function rowsOf(fields: Array<{ name: string }>, values: unknown[][]): Row[] {
  return Array.from({ length: values[0]?.length ?? 0 }, (_, row) =>
    Object.fromEntries(fields.map(({ name }, column) => [name, values[column]?.[row]]))
  );
}
