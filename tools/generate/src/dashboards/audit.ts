import {
  auditFindings,
  auditStates,
  type EventKind,
  eventKinds,
  signedEvents,
  storedEvents,
} from '@cellthread/vocabulary';
import type { Plan } from '@cellthread/plan';
import { table } from './corePanels';
import { countTile } from './countTile';
import { type Dashboard, dashboardUids } from './dashboard';
import { itemLink } from './links';
import { nameMapping, valueMapping } from './mappings';
import { override } from './panel';
import { equipmentNames } from './placeNames';
import { chosen } from './queries';
import { datasourceVariable, listVariable } from './variable';
import type { DashboardWords } from './words/DashboardWords';
import { dashboardWords } from './words/registry';

/** What machines and Cellthread say as they run: no decision, and more than all decisions together. */
const inPassing: readonly EventKind[] = ['exception', 'alert', 'command', 'command-ack', 'seal'];

/** What somebody decided, did or changed. */
export const decidedKinds: EventKind[] = eventKinds.filter(
  (kind) => !inPassing.includes(kind) && [...storedEvents, ...signedEvents].some((stored) => stored === kind)
);

/** What seals say, each with its colour: nothing but what was verified is green. */
const auditMapping = ({ audit }: DashboardWords) =>
  valueMapping(
    auditStates.map((id) => {
      const wrong = (auditFindings as readonly string[]).includes(id);
      return [id, { text: audit.states[id], color: wrong ? 'red' : id === 'as-sealed' ? 'green' : 'blue' }];
    })
  );

const coloured = { 'custom.cellOptions': { type: 'color-text' } };

/** Kinds of events in words. */
export const eventKindMapping = ({ events }: DashboardWords) =>
  nameMapping(Object.entries(events).map(([id, text]) => ({ id, text })));

/** Who decided and changed what, verified against the seals of its days, and as files to keep. */
export function auditDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  const { audit: words, columns, holds } = say;
  const exported = (format: string) => ({
    title: format.toUpperCase(),
    url: `/api/datasources/uid/\${datasource}/resources/audit?format=${format}&from=\${__from}&to=\${__to}`,
    tooltip: words.exported,
    icon: 'doc',
    targetBlank: true,
    keepTime: false,
    includeVars: false,
  });
  const asked = { queryType: 'audit' as const, filters: [chosen('site')] };
  return {
    uid: dashboardUids.audit,
    title: words.title,
    description: words.about,
    from: 'now-30d',
    refresh: '5m',
    links: [exported('csv'), exported('json')],
    variables: [
      datasourceVariable(say),
      listVariable('site', { label: say.variables.site, kind: 'sites', multi: true }),
    ],
    panels: [
      countTile({
        say,
        id: 1,
        title: words.changed,
        at: [0, 0, 8, 5],
        steps: { warn: 1, alarm: 1 },
        queries: [{ queryType: 'audit', part: 'findings' }],
      }),
      countTile({
        say,
        id: 2,
        title: words.events,
        at: [0, 5, 8, 5],
        queries: [{ ...asked, part: 'events', kinds: decidedKinds }],
      }),
      table({
        say,
        id: 3,
        title: words.days,
        description: words.daysAbout,
        at: [8, 0, 16, 10],
        queries: [{ queryType: 'audit', part: 'days' }],
        columns: {
          day: words.day,
          state: words.state,
          events: words.events,
          late: words.late,
          event_id: words.event,
          happened: columns.when,
        },
        note: 'day',
        sortBy: 'day',
        fieldConfig: {
          overrides: [
            override('day', { 'custom.minWidth': 100 }),
            override('state', { mappings: auditMapping(say), 'custom.width': 180, ...coloured }),
            ...['events', 'late'].map((name) => override(name, { decimals: 0, 'custom.width': 90 })),
            override('happened', { 'custom.width': 150 }),
          ],
        },
      }),
      table({
        say,
        id: 4,
        title: words.decided,
        at: [0, 10, 24, 22],
        queries: [{ ...asked, part: 'events', kinds: decidedKinds }],
        columns: {
          stored: words.stored,
          author: holds.by,
          kind: holds.decision,
          target_id: holds.ofWhat,
          text: holds.why,
          state: words.state,
          answers: words.answers,
          source: words.source,
          badge: words.badge,
          approver: words.approver,
          station: columns.station,
          equipment: columns.equipment,
          time: columns.when,
          sha256: words.hash,
        },
        note: 'text',
        sortBy: 'stored',
        fieldConfig: {
          defaults: { custom: { align: 'left', filterable: true } },
          overrides: [
            ...['stored', 'time'].map((name) => override(name, { 'custom.width': 150 })),
            override('kind', { mappings: eventKindMapping(say), 'custom.width': 120 }),
            override('target_id', { links: [itemLink(say)], 'custom.width': 240 }),
            override('text', { 'custom.wrapText': true, 'custom.minWidth': 260 }),
            override('source', {
              mappings: nameMapping(Object.entries(words.sources).map(([id, text]) => ({ id, text }))),
              'custom.width': 100,
            }),
            override('station', { mappings: nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name }))) }),
            override('equipment', { mappings: equipmentNames(plan) }),
            override('state', { mappings: auditMapping(say), 'custom.width': 150, ...coloured }),
            override('author', { 'custom.width': 100 }),
          ],
        },
      }),
    ],
  };
}
