import type { DataFrame } from '@grafana/data';

/** Limits that were in force at the end of an answer stay so until the next one: `until` (ms) takes the place of `end`. */
export function stretchLimits(limits: DataFrame, end: number, until: number): DataFrame {
  const fields = limits.fields.map((field) =>
    field.name === 'to'
      ? { ...field, values: field.values.map((to: number) => (to >= end ? Math.max(to, until) : to)), state: null }
      : field
  );
  return { ...limits, fields };
}
