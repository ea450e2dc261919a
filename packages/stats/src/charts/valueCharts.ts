import { g } from './g';
import { iMr } from './iMr';
import { iMrR } from './iMrR';
import { iMrS } from './iMrS';
import { t } from './t';
import { type ChartType } from './types';
import { xbarR } from './xbarR';
import { xbarS } from './xbarS';
import { zMr } from './zMr';

/**
 * The chart types of single values and of subgroups of them, in the order of the registry. A list of its own, because
 * who draws these alone need not load the special functions of all others.
 */
export const valueCharts: readonly ChartType[] = [iMr, xbarR, xbarS, iMrR, iMrS, g, t, zMr];
