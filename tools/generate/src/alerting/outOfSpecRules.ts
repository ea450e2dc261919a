import { hasSpec, type Plan, type Station } from '@cellthread/plan';
import { characteristicPanels } from '../dashboards/characteristic';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { alertUid } from './alertUid';
import { contained, containedWords } from './contained';
import { type Rule, type RuleGroup } from './rule';
import { links, spot } from './texts';

/** Per station: hold each out-of-spec cell at once, and as a net under it every cell that nobody has answered. */
export function outOfSpecRules(plan: Plan): RuleGroup[] {
  const stations = plan.stations.filter((station) => station.characteristics.some(hasSpec));
  return stations.flatMap((station) => [
    { name: `Out of spec: ${station.name}`, interval: '10s', rules: [freshRule(station)] },
    { name: `Out of spec, unanswered: ${station.name}`, interval: '10m', rules: [openRule(station)] },
  ]);
}

const FRESH_S = 15 * 60;
const OPEN_S = 24 * 3600;

function freshRule(station: Station): Rule {
  return {
    ...commandToLine,
    uid: alertUid('oos', station.id),
    title: `${station.name}: out of spec`,
    rangeS: FRESH_S,
    query: signalsQuery(['out-of-spec'], 'fresh', [contained], [station.id]),
    command: { repeat: '4h' },
  };
}

function openRule(station: Station): Rule {
  return {
    ...commandToLine,
    uid: alertUid('oos-open', station.id),
    title: `${station.name}: out of spec and not answered`,
    rangeS: OPEN_S,
    query: signalsQuery(['out-of-spec'], 'open', [contained], [station.id]),
    command: { repeat: '24h' },
  };
}

const commandToLine = {
  team: 'line' as const,
  summary: `Cell {{ $labels.cell_id }}: {{ $labels.characteristic }} is out of spec at ${spot}`,
  description: `Visit {{ $labels.visit }}: {{ $labels.rule }}. ${containedWords}`,
  dashboardUid: dashboardUids.characteristic,
  panelId: characteristicPanels.chosen,
  links: links.traveler,
};
