import { hasSpec, type Plan, type Station } from '@cellthread/plan';
import { characteristicPanels } from '../dashboards/characteristic';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { capital, itemWords } from '../items';
import { alertUid } from './alertUid';
import { contained, containedWords } from './contained';
import { type Rule, type RuleGroup } from './rule';
import { links, spot } from './texts';
import { wordingOf } from './wording/wordings';

/** Per station: hold each out-of-spec cell at once, and as a net under it every cell that nobody has answered. */
export function outOfSpecRules(plan: Plan): RuleGroup[] {
  const stations = plan.stations.filter((station) => station.characteristics.some(hasSpec));
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
    title: `${station.name}: ${wordingOf(plan).commands.outOfSpec}`,
    rangeS: FRESH_S,
    query: signalsQuery(['out-of-spec'], 'fresh', [contained], [station.id]),
    command: { repeat: '4h' },
  };
}

function openRule(plan: Plan, station: Station): Rule {
  return {
    ...commandToLine(plan, station),
    uid: alertUid('oos-open', station.id),
    title: `${station.name}: ${wordingOf(plan).commands.unanswered}`,
    rangeS: OPEN_S,
    query: signalsQuery(['out-of-spec'], 'open', [contained], [station.id]),
    command: { repeat: '24h' },
  };
}

function commandToLine(plan: Plan, { item }: Station) {
  const say = wordingOf(plan);
  return {
    team: 'line' as const,
    summary: say.commands.isOutOfSpec(
      `${capital(itemWords(plan).item[item])} {{ $labels.cell_id }}`,
      '{{ $labels.characteristic }}',
      spot
    ),
    description: `${say.commands.visit} {{ $labels.visit }}: {{ $labels.rule }}. ${containedWords(say)}`,
    dashboardUid: dashboardUids.characteristic,
    panelId: characteristicPanels.chosen,
    links: links.traveler,
  };
}
