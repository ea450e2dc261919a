import { type Plan } from '@cellthread/plan';
import { alertUid } from './alertUid';
import { routes } from '@cellthread/vocabulary';

/** Kinds of single cells that people were once told of, each cell by itself. */
const cellKinds = ['conflicting', 'unmeasured', 'implausible'];

/** Uids of rules that an earlier version provisioned and this one does not: Grafana keeps them until it is told to delete. */
export const tombstones = ({ sites, stations }: Plan): string[] => [
  ...cellKinds.map((kind) => alertUid(kind)),
  ...sites.flatMap((site) =>
    stations.flatMap((station) => routes.map((route) => alertUid('ooc', site.id, station.id, route)))
  ),
];
