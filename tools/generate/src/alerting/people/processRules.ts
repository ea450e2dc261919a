import { type Characteristic, type Plan, type Station } from '@cellthread/plan';
import { foundSignals, type SignalKind } from '@cellthread/vocabulary';
import { characteristicPanels } from '../../dashboards/characteristic';
import { dashboardUids } from '../../dashboards/dashboard';
import { signalsQuery } from '../../dashboards/queries';
import { alertUid } from '../alertUid';
import { routes } from '../routes';
import { concerned, lasting } from '../facts';
import { type Rule, type RuleGroup } from '../rule';
import { links, shortNameOf, placesOf, whatToDo, where } from '../texts';
import { processWords } from './processWords';

/** Kinds of signals that one stream of a characteristic shows, with the end of their rules' titles and uids. */
const kinds = {
  'out-of-control': { id: 'ooc', title: 'out of control', facts: true },
  'k-of-n': { id: 'k-of-n', title: 'several out of spec', facts: false },
};

/** Per station and route: a stream that is not what it was, or too many of its cells out of spec. */
export function processRules(plan: Plan): RuleGroup[] {
  return (foundSignals as readonly SignalKind[])
    .filter((kind): kind is SignalKind & keyof typeof kinds => kind in kinds)
    .flatMap((kind) =>
      plan.stations.map((station) => ({
        name: `${station.name}: ${kinds[kind].title}`,
        interval: '1m',
        rules: routesOf(station).map(([route, of]) => rule(plan, station, kind, route, of)),
      }))
    );
}

function routesOf(station: Station): Array<[Characteristic['route'], Characteristic[]]> {
  const watched = station.characteristics.filter(({ chart }) => chart !== '');
  return routes
    .map((route): [typeof route, Characteristic[]] => [route, watched.filter((c) => c.route === route)])
    .filter(([, characteristics]) => characteristics.length > 0);
}

function rule(
  plan: Plan,
  station: Station,
  kind: SignalKind & keyof typeof kinds,
  route: Characteristic['route'],
  characteristics: Characteristic[]
): Rule {
  const { id, title } = kinds[kind];
  return {
    uid: alertUid(id, station.id, route),
    title: `${station.name}: ${title} (${route})`,
    rangeS: 15 * 60,
    query: {
      ...signalsQuery([kind], 'fresh', [], [station.id]),
      characteristics: characteristics.map((characteristic) => characteristic.id),
    },
    team: route,
    forS: 60,
    steady: true,
    facts: kinds[kind].facts,
    summary: `${where(placesOf(plan, station))}: ${shortNameOf(characteristics)} ${processWords(kind, characteristics)}${lasting}${concerned}`,
    description: whatToDo(characteristics),
    dashboardUid: dashboardUids.characteristic,
    panelId: characteristicPanels.chosen,
    links: links.chart,
  };
}
