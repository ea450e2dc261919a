import { c } from './c';
import { cusum } from './cusum';
import { ewma } from './ewma';
import { ewmaShewhart } from './ewmaShewhart';
import { g } from './g';
import { iMr } from './iMr';
import { iMrR } from './iMrR';
import { iMrS } from './iMrS';
import { laneyP } from './laneyP';
import { laneyU } from './laneyU';
import { mewma } from './mewma';
import { movingAverage } from './movingAverage';
import { np } from './np';
import { p } from './p';
import { run } from './run';
import { sister } from './sister';
import { t } from './t';
import { t2 } from './t2';
import { type ChartType } from './types';
import { u } from './u';
import { xbarR } from './xbarR';
import { xbarS } from './xbarS';
import { zMr } from './zMr';

/** Registry of the chart types; order is the order of menus. */
export const chartTypes: readonly ChartType[] = [
  iMr,
  xbarR,
  xbarS,
  iMrR,
  iMrS,
  ewma,
  ewmaShewhart,
  cusum,
  movingAverage,
  sister,
  p,
  np,
  c,
  u,
  laneyP,
  laneyU,
  g,
  t,
  t2,
  mewma,
  zMr,
  run,
];

/** The chart type of an id; throws for an unknown one. */
export function chartType(id: string): ChartType {
  const found = chartTypes.find((type) => type.id === id);
  if (!found) {
    throw new Error(`unknown chart "${id}"; known: ${chartTypes.map((type) => type.id).join(', ')}`);
  }
  return found;
}
