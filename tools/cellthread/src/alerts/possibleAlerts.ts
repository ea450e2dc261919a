import type { Plan } from '@cellthread/plan';
import { type SignalKind, signalKindRoute, signalKindSeverity } from '@cellthread/vocabulary';
import type { Labels } from './routing';
import type { ExpectedRule } from './rulesFile';

/** The labels by which policies tell alerts of a rule apart: one set for each site, line, station, kind, team and severity it may have. */
export function possibleAlerts(plan: Plan, rule: ExpectedRule): Labels[] {
  const { kinds = [], stations = [], characteristics = [] } = rule.data[0]?.model ?? {};
  const own = { alertname: rule.title, grafana_folder: 'Cellthread', ...rule.labels };
  return kinds.flatMap((kind) =>
    severities(plan, kind, stations, characteristics).flatMap((severity) =>
      teams(plan, rule, kind).flatMap((team) =>
        placesOf(plan, stations).map((place) => ({ ...own, kind, severity, team, route: team, ...place }))
      )
    )
  );
}

/** The team of a rule; of one that leaves it to the route of each signal, all that the plan or the kind may name. */
function teams(plan: Plan, { labels: { team = '' } }: ExpectedRule, kind: string): string[] {
  const routes = plan.stations.flatMap(({ characteristics }) => characteristics.map(({ route }) => route));
  return team.includes('{{') ? [...new Set([signalKindRoute[kind as SignalKind], ...routes])] : [team];
}

function severities(plan: Plan, kind: string, stations: string[], characteristics: string[]): string[] {
  const stated = plan.stations
    .filter(({ id }) => stations.includes(id))
    .flatMap((station) => station.characteristics)
    .filter(({ id }) => characteristics.includes(id))
    .map(({ severity }) => severity);
  return stated.length > 0 ? [...new Set(stated)] : [signalKindSeverity[kind as SignalKind]];
}

function placesOf(plan: Plan, stations: string[]): Labels[] {
  const machines = plan.equipment.filter(({ station }) => stations.length === 0 || stations.includes(station));
  const lines = new Map(machines.map(({ site, line }) => [`${site}/${line}`, { site, line }]));
  return [...lines.values()].map((place) => ({ ...place, station: stations[0] ?? '' }));
}
