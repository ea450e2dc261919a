import { type PlanRow, rowKinds } from '@cellthread/plan';

/** `characteristic filling fill_mass`: tags in the order of the measurement, whatever that of the row; `*` is left out. */
export function rowName({ measurement, tags }: Pick<PlanRow, 'measurement' | 'tags'>): string {
  const order = Object.keys(rowKinds.find((kind) => kind.measurement === measurement)?.tags ?? tags);
  return [measurement, ...order.map((tag) => tags[tag]).filter((value) => value !== '*')].join(' ');
}
