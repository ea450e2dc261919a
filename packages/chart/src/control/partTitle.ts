import { type ChartType } from '@cellthread/stats';

/** How a chart part is called on its axis; parts are named by the statistics package. */
const titles: Record<string, string> = {
  i: 'Individuals',
  mr: 'Moving range',
  xbar: 'Subgroup mean',
  r: 'Range within subgroup',
  s: 'Std. dev. within subgroup',
  z: 'Standardised value',
  g: 'Count between events',
  t: 'Time between events',
  x: 'Individuals',
  ewma: 'EWMA',
  ma: 'Moving average',
  high: 'CUSUM above the target',
  low: 'CUSUM below the target',
  p: 'Share failed',
  'laney-p': 'Share failed',
  np: 'Failed',
  c: 'Defects',
  u: 'Defects per unit',
  'laney-u': 'Defects per unit',
};

/** Charts of individuals that treat the means of subgroups as such. */
const ofMeans: Record<string, string> = { i: 'Subgroup mean', mr: 'Moving range of means' };

export function partTitle({ input }: ChartType, id: string): string {
  return (input === 'subgroups' ? ofMeans[id] : undefined) ?? titles[id] ?? id;
}
