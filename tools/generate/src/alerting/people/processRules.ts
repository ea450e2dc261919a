import { type Characteristic, type Plan, type Station } from '@cellthread/plan';
import { foundSignals, routes, type SignalKind, signalKindRoute } from '@cellthread/vocabulary';
import { characteristicPanels } from '../../dashboards/characteristic';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { alertUid } from '../alertUid';
import { type FactRef, factOfRef } from '../facts';
import { type Rule, type RuleGroup } from '../rule';
import { at, links } from '../texts';
import type { Wording } from '../wording/Wording';
import { wordingOf } from '../wording/wordings';
import { doneAbout } from './doneAbout';

/** Kinds of signals that one stream of a characteristic shows, with the end of their rules' titles and uids. */
const kinds = {
  'out-of-control': { id: 'ooc', facts: Object.keys(factOfRef) as FactRef[] },
  'k-of-n': { id: 'k-of-n', facts: ['S', 'C', 'O', 'H'] as FactRef[] },
};

const titleOf = (kind: keyof typeof kinds, say: Wording) => (kind === 'k-of-n' ? say.kOfN : say.level).title;

/** Per station and route: a stream that is not what it was, or too many of its cells out of spec. */
export function processRules(plan: Plan): RuleGroup[] {
  return (foundSignals as readonly SignalKind[])
    .filter((kind): kind is SignalKind & keyof typeof kinds => kind in kinds)
    .flatMap((kind) =>
      plan.stations.map((station) => ({
        name: `${station.name}: ${titleOf(kind, wordingOf({ language: 'en' }))}`,
        interval: '1m',
        rules: routesOf(station, kind).map(([route, of]) => rule(plan, station, kind, route, of)),
      }))
    );
}

/** Verdicts have monitors, too, and this is who is told of them. */
const routeOfVerdicts = signalKindRoute['out-of-control'];

type Watched = [Characteristic['route'], Characteristic[]];

function routesOf(station: Station, kind: keyof typeof kinds): Watched[] {
  return routes
    .map((route): Watched => [route, station.characteristics.filter((c) => c.route === route)])
    .filter(([route, of]) => of.length > 0 || (kind === 'out-of-control' && route === routeOfVerdicts));
}

/** Out of control by the route of its signals, which those of verdicts have without a characteristic. */
const queryOf = (station: Station, kind: keyof typeof kinds, [route, of]: Watched) =>
  kind === 'out-of-control'
    ? signalsQuery([kind], 'fresh', [{ key: 'route', operator: '=', value: route }], [station.id])
    : { ...signalsQuery([kind], 'fresh', [], [station.id]), characteristics: of.map(({ id }) => id) };

function rule(
  plan: Plan,
  station: Station,
  kind: SignalKind & keyof typeof kinds,
  route: Characteristic['route'],
  characteristics: Characteristic[]
): Rule {
  const { id, facts } = kinds[kind];
  const say = wordingOf(plan);
  return {
    uid: alertUid(id, station.id, route),
    title: `${station.name}: ${titleOf(kind, say)} (${say.routes[route]})`,
    rangeS: 15 * 60,
    query: queryOf(station, kind, [route, characteristics]),
    team: route,
    forS: 60,
    steady: true,
    facts,
    summary: `${at}{{ or $labels.characteristic "${say.verdict}" }} ${kind === 'k-of-n' ? say.kOfN.unknown : say.departs}`,
    description: doneAbout(plan, characteristics),
    dashboardUid: dashboardUids.characteristic,
    panelId: characteristicPanels.chosen,
    links: links.chart,
  };
}
