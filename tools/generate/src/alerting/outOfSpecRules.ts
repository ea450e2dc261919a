import { type Plan, type Station } from '@cellthread/plan';
import { characteristicPanels } from '../dashboards/characteristic';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { alertUid } from './alertUid';
import { contained, containedWords } from './contained';
import { type Rule, type RuleGroup } from './rule';
import { beyondSpec, links, nameOf, placesOf, ruleWords, whatToDo, where } from './texts';

/** Per station: hold each out-of-spec cell at once, and as a net under it every cell that nobody has answered. */
export function outOfSpecRules(plan: Plan): RuleGroup[] {
  const stations = plan.stations.filter((station) => specified(station).length > 0);
  return stations.flatMap((station) => [
    { name: `Out of spec: ${station.name}`, interval: '10s', rules: [freshRule(plan, station)] },
    { name: `Out of spec, unanswered: ${station.name}`, interval: '10m', rules: [openRule(plan, station)] },
  ]);
}

const FRESH_S = 15 * 60;
const OPEN_S = 24 * 3600;

function freshRule(plan: Plan, station: Station): Rule {
  return {
    ...commandToLine(plan, station),
    uid: alertUid('oos', station.id),
    title: `${station.name}: out of spec`,
    rangeS: FRESH_S,
    query: signalsQuery(['out-of-spec'], 'fresh', [contained], [station.id]),
    command: { repeat: '4h' },
  };
}

function openRule(plan: Plan, station: Station): Rule {
  return {
    ...commandToLine(plan, station),
    uid: alertUid('oos-open', station.id),
    title: `${station.name}: out of spec and not answered`,
    rangeS: OPEN_S,
    query: signalsQuery(['out-of-spec'], 'open', [contained], [station.id]),
    command: { repeat: '24h' },
  };
}

function commandToLine(plan: Plan, station: Station) {
  const characteristics = specified(station);
  return {
    team: 'line' as const,
    summary: `Cell {{ $labels.cell_id }}: ${nameOf(characteristics)} is out of spec at ${where(placesOf(plan, station))}`,
    description:
      `The cell was measured ${ruleWords()} by ${beyondSpec(characteristics)} (visit {{ $labels.visit }}). ` +
      `${containedWords} ${whatToDo(plan, characteristics, 'What to do: ')}`,
    dashboardUid: dashboardUids.characteristic,
    panelId: characteristicPanels.chosen,
    links: links.chartAndTraveler,
  };
}

function specified(station: Station) {
  return station.characteristics.filter(({ spec }) => spec.lsl !== undefined || spec.usl !== undefined);
}
