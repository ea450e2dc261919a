import { healthStates, type HealthState, type SignalKind } from '@cellthread/vocabulary';
import type { Plan } from '@cellthread/plan';
import { table } from './corePanels';
import { countTile } from './countTile';
import { type Dashboard, dashboardUids } from './dashboard';
import { nameMapping, valueMapping } from './mappings';
import { override } from './panel';
import { equipmentNames } from './placeNames';
import { chosen, signalsQuery } from './queries';
import { datasourceVariable, listVariable } from './variable';
import type { DashboardWords } from './words/DashboardWords';
import { dashboardWords } from './words/registry';
import { wrongNow } from './wrongNow';

/** What is wrong with the record rather than with what was made. */
const ofTheRecord: readonly SignalKind[] = [
  'silent',
  'conflicting',
  'unknown-verdict',
  'clock',
  'pointer',
  'ingest',
  'keeper',
  'unread',
  'rejected',
];

const stateColors: Readonly<Record<HealthState, string>> = { wrong: 'red', 'not-seen': 'purple', well: 'green' };

const stateMapping = ({ health }: DashboardWords) =>
  valueMapping(healthStates.map((id) => [id, { text: health.states[id], color: stateColors[id] }]));

/** How records come in and are judged: what is lost, late, rejected or contradictory, and what nobody can see. */
export function healthDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  const { columns, health: words, variables } = say;
  const site = [chosen('site')];
  const asked = { queryType: 'health' as const, filters: site };
  const places = [
    ...plan.stations.map(({ id, name }) => ({ id, text: name })),
    ...Object.entries(words.places).map(([id, text]) => ({ id, text })),
  ];
  return {
    uid: dashboardUids.health,
    title: words.title,
    description: words.about,
    from: 'now-15m',
    refresh: '30s',
    variables: [datasourceVariable(say), listVariable('site', { label: variables.site, kind: 'sites', multi: true })],
    panels: [
      countTile({
        say,
        id: 1,
        title: words.wrong,
        at: [0, 0, 6, 4],
        steps: { warn: 1, alarm: 1 },
        queries: [{ ...asked, states: ['wrong'] }],
      }),
      countTile({
        say,
        id: 2,
        title: words.notSeen,
        at: [6, 0, 6, 4],
        steps: { warn: 1, alarm: Number.MAX_SAFE_INTEGER },
        queries: [{ ...asked, states: ['not-seen'] }],
      }),
      countTile({
        say,
        id: 3,
        title: words.rejected,
        at: [12, 0, 6, 4],
        steps: { warn: 1, alarm: 10 },
        last: '24h',
        queries: [signalsQuery(['rejected'], 'fresh', site)],
      }),
      countTile({
        say,
        id: 4,
        title: words.conflicting,
        at: [18, 0, 6, 4],
        steps: { warn: 1, alarm: 10 },
        last: '24h',
        queries: [signalsQuery(['conflicting'], 'unanswered', site)],
      }),
      table({
        say,
        id: 5,
        title: words.path,
        description: words.pathAbout,
        at: [0, 4, 14, 26],
        queries: [asked],
        columns: {
          part: words.part,
          place: words.place,
          state: words.state,
          sentence: words.said,
          since: words.last,
        },
        note: 'sentence',
        fieldConfig: {
          defaults: { custom: { align: 'left' } },
          overrides: [
            override('part', {
              mappings: nameMapping(Object.entries(words.parts).map(([id, text]) => ({ id, text }))),
              'custom.width': 190,
            }),
            override('place', { mappings: nameMapping(places), 'custom.width': 150 }),
            override('state', {
              mappings: stateMapping(say),
              'custom.width': 100,
              'custom.cellOptions': { type: 'color-text' },
            }),
            override('sentence', { 'custom.wrapText': true, 'custom.minWidth': 220 }),
            override('since', { unit: 'dateTimeFromNow', 'custom.width': 130 }),
          ],
        },
      }),
      wrongNow(plan, { id: 6, at: [14, 4, 10, 13], kinds: ofTheRecord, filters: site, title: words.record }),
      table({
        say,
        id: 7,
        title: words.senders,
        at: [14, 17, 10, 13],
        last: '24h',
        queries: [signalsQuery(['rejected'], 'fresh', site)],
        columns: { rule: words.reason, line: variables.line, equipment: columns.equipment, value: words.inputs },
        note: 'rule',
        sortBy: 'value',
        fieldConfig: {
          overrides: [
            override('rule', { 'custom.minWidth': 160, 'custom.wrapText': true }),
            override('equipment', { mappings: equipmentNames(plan) }),
            override('value', { decimals: 0, unit: 'locale', 'custom.width': 100 }),
          ],
        },
      }),
    ],
  };
}
