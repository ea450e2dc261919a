import { iMr } from './iMr';
import { iMrR } from './iMrR';
import { iMrS } from './iMrS';
import { type ChartType } from './types';
import { xbarR } from './xbarR';
import { xbarS } from './xbarS';

/** Registry of the chart types; order is the order of menus. */
export const chartTypes: readonly ChartType[] = [iMr, xbarR, xbarS, iMrR, iMrS];

/** The chart type of an id; throws for an unknown one. */
export function chartType(id: string): ChartType {
  const found = chartTypes.find((t) => t.id === id);
  if (!found) {
    throw new Error(`unknown chart "${id}"; known: ${chartTypes.map((t) => t.id).join(', ')}`);
  }
  return found;
}
