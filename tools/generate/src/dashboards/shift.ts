import { dueStates, type DueState, shiftChoices } from '@cellthread/vocabulary';
import type { Plan } from '@cellthread/plan';
import { capital, itemWords, workedOn } from '../items';
import { decidedKinds, eventKindMapping } from './audit';
import { referenceNames } from './choiceNames';
import { table } from './corePanels';
import { countTile } from './countTile';
import { type Dashboard, dashboardUids } from './dashboard';
import { lastOfCells } from './leading';
import { itemLink } from './links';
import { nameMapping, valueMapping } from './mappings';
import { override } from './panel';
import { equipmentNames } from './placeNames';
import { chosen, visitsQuery } from './queries';
import { causeKinds } from './signalKinds';
import { choiceVariable, datasourceVariable, listVariable } from './variable';
import type { DashboardWords } from './words/DashboardWords';
import { dashboardWords } from './words/registry';
import { worklist } from './worklist';
import { wrongNow } from './wrongNow';

const stateColors: Readonly<Record<DueState, string>> = { overdue: 'red', due: 'orange', open: 'blue' };
const dueMapping = ({ shift }: DashboardWords) =>
  valueMapping(dueStates.map((id) => [id, { text: shift.dueStates[id], color: stateColors[id] }]));

/**
 * A supervisor's page, and the sheet that one shift hands to the next: on a page of A4 where it is laid out 1050 px wide. What has many columns
 * stands alone in its row.
 */
export function shiftDashboard(plan: Plan): Dashboard {
  const say = dashboardWords(plan);
  const { columns, holds, shift: words, variables } = say;
  const place = [chosen('site'), chosen('line')];
  const shift = '$shift';
  const finishing = lastOfCells(plan);
  const items = capital(finishing ? itemWords(plan).items[finishing.item] : workedOn(plan)[1]);
  const stations = nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name })));
  const made = { ...visitsQuery(finishing?.id ?? '', [], place, { include: [], visits: 'last' }), shift };
  const about = { queryType: 'events' as const, stations: [], targets: [], filters: [chosen('site')] };
  return {
    uid: dashboardUids.shift,
    title: words.title,
    description: words.about,
    from: 'now-8h',
    refresh: '1m',
    hideTime: true,
    variables: [
      datasourceVariable(say),
      listVariable('site', { label: variables.site, kind: 'sites' }),
      listVariable('line', { label: variables.line, kind: 'lines', within: { site: '$site' }, multi: true }),
      choiceVariable(
        'shift',
        words.shift,
        shiftChoices.map((id) => ({ id, name: words.choices[id] }))
      ),
    ],
    panels: [
      table({
        say,
        id: 1,
        title: words.which,
        at: [0, 0, 8, 4],
        queries: [{ queryType: 'shifts', filters: place, shift }],
        columns: { name: variables.line, shift: words.shift, from: words.from, to: words.to },
        note: 'name',
        fieldConfig: {
          overrides: [
            override('name', { 'custom.minWidth': 60 }),
            override('shift', { 'custom.width': 54 }),
            ...['from', 'to'].map((name) => override(name, { unit: 'time:MM-DD HH:mm', 'custom.width': 97 })),
          ],
        },
      }),
      countTile({ say, id: 2, title: words.made(items), at: [8, 0, 4, 4], queries: [made] }),
      countTile({
        say,
        id: 3,
        title: words.passed(items),
        at: [12, 0, 4, 4],
        queries: [{ ...made, filters: [...place, { key: 'verdict', operator: '=', value: 'ok' }] }],
      }),
      countTile({
        say,
        id: 4,
        title: words.held,
        at: [16, 0, 4, 4],
        queries: [{ ...about, kinds: ['hold'], shift }],
      }),
      countTile({
        say,
        id: 5,
        title: words.stillHeld,
        at: [20, 0, 4, 4],
        last: '30d',
        queries: [{ ...about, kinds: [], state: 'open' }],
      }),
      wrongNow(plan, { id: 7, at: [0, 4, 24, 6], kinds: causeKinds, filters: place, title: words.open }),
      table({
        say,
        id: 8,
        title: words.due,
        at: [0, 10, 24, 7],
        queries: [{ queryType: 'due', ahead: '16h', filters: place }],
        columns: {
          what: words.what,
          number: words.number,
          state: words.urgency,
          station: columns.station,
          equipment: columns.equipment,
          detail: words.concerned,
          due: words.until,
        },
        note: 'what',
        fieldConfig: {
          overrides: [
            override('what', {
              mappings: nameMapping(Object.entries(words.dueKinds).map(([id, text]) => ({ id, text }))),
              'custom.width': 184,
            }),
            override('number', { 'custom.width': 46 }),
            override('state', {
              mappings: dueMapping(say),
              'custom.width': 76,
              'custom.cellOptions': { type: 'color-text' },
            }),
            override('station', { mappings: stations, 'custom.width': 162 }),
            override('equipment', { mappings: equipmentNames(plan), 'custom.width': 140 }),
            override('detail', { 'custom.wrapText': true, 'custom.minWidth': 210 }),
            override('due', { unit: 'time:YYYY-MM-DD HH:mm', 'custom.width': 145 }),
          ],
        },
      }),
      table({
        say,
        id: 6,
        title: words.stations,
        at: [0, 17, 12, 14],
        queries: [{ queryType: 'yield', by: ['station'], filters: place, shift }],
        columns: {
          station: columns.station,
          cells: words.items,
          first_pass: columns.firstPass,
          final: words.final,
          out_of_spec: columns.outOfSpec,
        },
        note: 'station',
        fieldConfig: {
          overrides: [
            override('station', { mappings: stations, 'custom.minWidth': 150 }),
            override('cells', { decimals: 0, 'custom.width': 66 }),
            override('out_of_spec', { decimals: 0, 'custom.width': 88 }),
            ...['first_pass', 'final'].map((name) =>
              override(name, { unit: 'percentunit', decimals: 1, 'custom.width': 76 })
            ),
          ],
        },
      }),
      table({
        say,
        id: 10,
        title: words.notes,
        at: [12, 17, 12, 8],
        queries: [{ ...about, targets: ['$line'], kinds: ['note'], shift }],
        columns: { time: columns.when, target_id: variables.line, text: words.note, author: holds.by },
        note: 'text',
        sortBy: 'time',
        fieldConfig: {
          overrides: [
            override('time', { 'custom.width': 165 }),
            override('target_id', { 'custom.width': 70 }),
            override('text', { 'custom.wrapText': true, 'custom.minWidth': 150 }),
            override('author', { 'custom.width': 76 }),
          ],
        },
      }),
      worklist(plan, {
        id: 11,
        title: words.write,
        at: [12, 25, 12, 6],
        list: 'lines',
        queries: [{ queryType: 'shifts', filters: place, shift }],
      }),
      table({
        say,
        id: 9,
        title: words.decided,
        at: [0, 31, 24, 8],
        queries: [{ ...about, kinds: decidedKinds.filter((kind) => kind !== 'hold' && kind !== 'note'), shift }],
        columns: {
          time: columns.when,
          target_id: holds.ofWhat,
          kind: holds.decision,
          reference: say.signals.which,
          text: holds.why,
          author: holds.by,
        },
        note: 'text',
        sortBy: 'time',
        fieldConfig: {
          overrides: [
            override('time', { 'custom.width': 165 }),
            override('kind', { mappings: eventKindMapping(say), 'custom.width': 150 }),
            override('reference', { mappings: referenceNames(plan), 'custom.width': 150 }),
            override('target_id', { links: [itemLink(say)], 'custom.minWidth': 210 }),
            override('text', { 'custom.wrapText': true, 'custom.minWidth': 150 }),
            override('author', { 'custom.width': 90 }),
          ],
        },
      }),
    ],
  };
}
