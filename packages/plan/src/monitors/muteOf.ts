import type { Characteristic, Plan, Site } from '../types';
import { measured, monitorsOf } from './monitorsOf';

/** Characteristics of which neither level nor spread is watched at a site: they are against themselves and have no approved limits. */
export function muteOf(plan: Plan, site: Site): Characteristic[] {
  const key = ({ station, characteristic }: { station: string; characteristic: string }) =>
    `${station} ${characteristic}`;
  const watched = new Set(
    plan.products
      .flatMap(({ id }) => monitorsOf(plan, site, id))
      .filter(({ what, against }) => what !== 'share' && against !== 'master')
      .map(key)
  );
  return plan.stations
    .flatMap(({ characteristics }) => characteristics)
    .filter((of) => measured(of) && !watched.has(key({ station: of.station, characteristic: of.id })));
}
