import { type VisitFrame } from '@cellthread/vocabulary';
import { type DataFrame } from '@grafana/data';

/** The frame of that name in an answer of visits; `undefined` where the datasource did not send it. */
export function frameNamed(series: readonly DataFrame[], name: VisitFrame): DataFrame | undefined {
  return series.find((frame) => frame.name === name);
}
