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
import { movingAverage } from './movingAverage';
import { np } from './np';
import { p } from './p';
import { run } from './run';
import { t } from './t';
import { type ChartType } from './types';
import { u } from './u';
import { xbarR } from './xbarR';
import { xbarS } from './xbarS';
import { zMr } from './zMr';

/**
 * The chart types of single values, of subgroups of them and of what is counted of cells, in the order of the registry. A list of its own,
 * because who draws these alone need not load what those of several streams and variables need.
 */
export const cellCharts: readonly ChartType[] = [
  iMr,
  xbarR,
  xbarS,
  iMrR,
  iMrS,
  ewma,
  ewmaShewhart,
  cusum,
  movingAverage,
  p,
  np,
  c,
  u,
  laneyP,
  laneyU,
  g,
  t,
  zMr,
  run,
];
