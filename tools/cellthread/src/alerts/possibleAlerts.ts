import type { Characteristic, Plan } from '@cellthread/plan';
import { type SignalKind, signalKindRoute, signalKindSeverity } from '@cellthread/vocabulary';
import type { Labels } from './routing';
import type { ExpectedRule } from './rulesFile';

/** By how bad it is and by its route policies tell signals of one kind and place apart. */
interface Told {
  severity: string;
  route: string;
}

/** The labels by which policies tell alerts of a rule apart: one set for each site, line, station, kind, team and severity it may have. */
export function possibleAlerts(plan: Plan, rule: ExpectedRule): Labels[] {
  const { kinds = [], stations = [] } = rule.data[0]?.model ?? {};
  const own = { alertname: rule.title, grafana_folder: 'Cellthread', ...rule.labels };
  const team = (route: string) => teamOf(rule, route);
  const found = kinds.flatMap((kind) =>
    unique(tellings(plan, rule, kind as SignalKind)).flatMap(({ severity, route }) =>
      placesOf(plan, stations).map((place) => ({ ...own, kind, severity, route, team: team(route), ...place }))
    )
  );
  const otherwise = team(signalKindRoute[kinds[0] as SignalKind] ?? '');
  // What was cut off has a row without a place.
  const cut = { ...own, kind: 'overflow', severity: 'critical', team: otherwise };
  return [...found, cut, ...(rule.execErrState === 'Alerting' ? [{ ...own, team: otherwise }] : [])];
}

/** The team of a rule, which may leave it to the route of each signal. */
const teamOf = ({ labels: { team = '' } }: ExpectedRule, route: string) => (team.includes('{{') ? route : team);

const unique = (all: Told[]) => [...new Map(all.map((told) => [`${told.severity}/${told.route}`, told])).values()];

const isOfZone = ({ tolerate_s }: Characteristic) => tolerate_s !== undefined;

/** Of kinds whose signals are of a characteristic: of which ones of those that a rule asks for; of `bare` kinds some are of none. */
const ofCharacteristics: Partial<Record<SignalKind, { of: (one: Characteristic) => boolean; bare?: boolean }>> = {
  'out-of-spec': { of: (one) => !isOfZone(one) },
  'k-of-n': { of: (one) => !isOfZone(one) },
  'no-reading': { of: (one) => !isOfZone(one) && one.sample === 'every cell' },
  environment: { of: isOfZone },
  silent: { of: isOfZone, bare: true },
  unread: { of: () => true, bare: true },
};

function tellings(plan: Plan, rule: ExpectedRule, kind: SignalKind): Told[] {
  const { stations = [], characteristics = [], filters = [] } = rule.data[0]?.model ?? {};
  const watched = plan.stations
    .filter(({ id }) => stations.length === 0 || stations.includes(id))
    .flatMap((station) => station.characteristics)
    .filter(({ id }) => characteristics.length === 0 || characteristics.includes(id));
  const bare = { severity: signalKindSeverity[kind], route: signalKindRoute[kind] };
  if (kind === 'out-of-control') {
    const asked = filters.find(({ key, operator }) => key === 'route' && operator === '=')?.value;
    return [...departing(watched), bare].filter(({ route }) => asked === undefined || route === asked);
  }
  const { of, bare: without = false } = ofCharacteristics[kind] ?? { of: () => false, bare: true };
  return [...watched.filter(of).map(toldOf), ...(without ? [bare] : [])];
}

const toldOf = ({ severity, route }: Characteristic): Told => ({ severity, route });

/** What departs is told by its own route; what its gauge reads of a master part by that of verdicts, who mends gauges. */
const departing = (watched: readonly Characteristic[]): Told[] =>
  watched.flatMap((one) => [
    toldOf(one),
    ...(one.measurement.master_check_s === undefined
      ? []
      : [{ severity: one.severity, route: signalKindRoute['out-of-control'] }]),
  ]);

function placesOf(plan: Plan, stations: string[]): Labels[] {
  const machines = plan.equipment.filter(({ station }) => stations.length === 0 || stations.includes(station));
  const lines = new Map(machines.map(({ site, line }) => [`${site}/${line}`, { site, line }]));
  return [...lines.values()].map((place) => ({ ...place, station: stations[0] ?? '' }));
}
