import { type DataFrame } from '@grafana/data';

/** The frame of that name among a query's answers; `undefined` where the datasource did not send it. */
export function frameNamed(series: readonly DataFrame[], name: string): DataFrame | undefined {
  return series.find((frame) => frame.name === name);
}
