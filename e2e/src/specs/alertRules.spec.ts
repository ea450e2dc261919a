import { expect, test } from '@playwright/test';
import { type AlertRule, alertRules } from '../alertRules';

interface Frame {
  schema: { name?: string; meta?: { type?: string }; fields: Array<{ name: string; type: string }> };
  data: { values: unknown[][] };
}

const MOST_INSTANCES = 501;

for (const rule of alertRules) {
  test(`the query of “${rule.title}” answers one frame of unique instances`, async ({ request }) => {
    const { model, relativeTimeRange, datasourceUid } = rule.data[0]!;
    const now = Date.now();
    const response = await request.post('/api/ds/query', {
      data: {
        from: String(now - relativeTimeRange.from * 1000),
        to: String(now - relativeTimeRange.to * 1000),
        queries: [{ ...model, datasource: { uid: datasourceUid }, intervalMs: 1000, maxDataPoints: 43200 }],
      },
    });
    const { results } = (await response.json()) as { results: Record<string, { error?: string; frames: Frame[] }> };
    const answer = results.A!;
    expect(answer.error).toBeUndefined();
    expect(answer.frames).toHaveLength(1);
    const frame = answer.frames[0]!;
    expect(frame.schema.meta?.type).toBe('numeric-long');
    expectInstances(frame, rule);
  });
}

/** One number, the rest text that is never missing; no two rows with the same text; no label that the rule sets itself. */
function expectInstances(frame: Frame, rule: AlertRule): void {
  const { fields } = frame.schema;
  expect(fields.filter((field) => field.type === 'number').map((field) => field.name)).toEqual(['value']);
  const labels = fields.map((field, index) => ({ ...field, index })).filter((field) => field.name !== 'value');
  expect(labels.every((field) => field.type === 'string')).toBe(true);
  expect(labels.map((field) => field.name).filter((name) => name in rule.labels)).toEqual([]);
  const rows = frame.data.values[0]?.length ?? 0;
  expect(rows).toBeLessThanOrEqual(MOST_INSTANCES);
  const keys = Array.from({ length: rows }, (_, row) => labels.map(({ index }) => frame.data.values[index]![row]));
  expect(keys.flat().every((text) => typeof text === 'string')).toBe(true);
  expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(rows);
}
