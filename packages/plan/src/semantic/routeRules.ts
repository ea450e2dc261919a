import type { SemanticRule } from './SemanticRule';
import { equipmentIn } from './walk';

const hours: SemanticRule = (file) =>
  file.stations.flatMap(({ from_station }, s) => {
    const { min_hours = 0, max_hours } = from_station ?? { max_hours: Infinity };
    return min_hours <= max_hours
      ? []
      : [
          {
            path: ['stations', s, 'from_station', 'min_hours'],
            rule: `min_hours is ${min_hours}, but max_hours ${max_hours}: no item could be in time`,
            advice: 'correct the one that is wrong',
          },
        ];
  });

/** A station that stands nowhere would be missed for ever, and its limits hold for nothing. */
const somewhere: SemanticRule = (file) => {
  const used = new Set(file.sites.flatMap((site, s) => equipmentIn(site, s).map(({ equipment }) => equipment.station)));
  return file.stations.flatMap(({ id }, s) =>
    used.has(id)
      ? []
      : [
          {
            path: ['stations', s, 'id'],
            rule: `no equipment of station "${id}" stands in any site`,
            advice: 'add its machines to a line under sites, or remove the station',
          },
        ]
  );
};

export const routeRules: SemanticRule[] = [hours, somewhere];
