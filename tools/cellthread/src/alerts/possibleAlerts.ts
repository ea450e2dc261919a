import type { Plan } from '@cellthread/plan';
import { type SignalKind, signalKindSeverity } from '@cellthread/vocabulary';
import type { Labels } from './routing';
import type { ExpectedRule } from './rulesFile';

/** The labels by which policies tell alerts of a rule apart: one set for each site, line, station, kind and severity it may have. */
export function possibleAlerts(plan: Plan, rule: ExpectedRule): Labels[] {
  const { kinds = [], stations = [], characteristics = [] } = rule.data[0]?.model ?? {};
  const own = { alertname: rule.title, grafana_folder: 'Cellthread', ...rule.labels };
  return kinds.flatMap((kind) =>
    severities(plan, kind, stations, characteristics).flatMap((severity) =>
      placesOf(plan, stations).map((place) => ({ ...own, kind, severity, route: rule.labels['team'] ?? '', ...place }))
    )
  );
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
