import type { Plan, Station } from '@cellthread/plan';
import type { Generator } from '../generator';
import { budgetSection } from './budgetSection';
import { durationText, markdownTable } from './markdown';
import { siteSection } from './siteSection';
import { stationSection } from './stationSection';

function headerSection({
  header,
  alarm_budget,
  personal_data,
  keep_free_text,
  disposition_master,
  products,
}: Plan): string {
  return [
    '# Control plan',
    '<!-- Generated from plan.yaml by `npm run gen`: do not edit. -->',
    markdownTable(
      ['', ''],
      [
        ['Number', header.number],
        ['Title', header.title],
        ['Revision', String(header.revision)],
        ['Phase', header.phase],
        ['FMEA', header.fmea],
        ['Team', header.team.map(({ name, role }) => `${name} (${role})`).join(', ')],
        ['Approved', header.approvals.map(({ name, date }) => `${name}, ${date}`).join('; ')],
        ['Products', products.map(({ id, name }) => `${id} (${name})`).join(', ')],
        [
          'Alarm budget',
          `${alarm_budget.maintenance} a shift and area for maintenance, ${alarm_budget.plant} a shift for the plant`,
        ],
        ['Personal data', personal_data],
        ['Free text', personal_data === 'clear' || keep_free_text ? 'kept' : 'not kept'],
        ['Dispositions decided by', disposition_master],
      ]
    ),
  ].join('\n\n');
}

function retestText({ max, decide, count }: Station['retest']): string {
  const allowed = max === 0 ? '–' : `${max}, ${decide} decides`;
  return count ? `${allowed}; passes numbered by time` : allowed;
}

function routeSection({ stations }: Plan): string {
  return [
    '## Route',
    markdownTable(
      [
        '#',
        'station',
        'id',
        'works on',
        'area',
        'zone',
        'from',
        'hours since then',
        'gate',
        'retests',
        'cycle',
        'longest pause',
      ],
      stations.map((station) => [
        String(station.order),
        station.name,
        `\`${station.id}\``,
        station.item,
        station.areas.join(', ') || '–',
        station.zone || '–',
        station.from_station?.station ?? '–',
        station.from_station ? `${station.from_station.min_hours} to ${station.from_station.max_hours}` : '–',
        station.gate ? `unknown: ${station.gate.unknown}` : '–',
        retestText(station.retest),
        station.cycle_s === undefined ? '–' : `${station.cycle_s} s`,
        durationText(station.max_gap_s),
      ])
    ),
    ...unwatchedDeadlines(stations),
  ].join('\n\n');
}

const ofCells = ({ item }: Station) => item === 'cell' || item === 'tray';

/** What comes to a station as another item than it left the one before, or is followed as none, has no deadline that is watched. */
function unwatchedDeadlines(stations: readonly Station[]): string[] {
  const before = ({ from_station }: Station) => stations.find(({ id }) => id === from_station?.station);
  const unwatched = stations.filter((station) => {
    const from = before(station);
    return from !== undefined && !(ofCells(station) && ofCells(from));
  });
  return unwatched.length === 0
    ? []
    : [
        `Hours since then are watched between stations that work on cells or trays. Nobody is told when they are missed at ${unwatched
          .map(({ id }) => `\`${id}\``)
          .join(', ')}.`,
      ];
}

/** The control plan as people and auditors read it; columns follow the AIAG/IATF 16949 form. */
export const controlPlanDocument: Generator = {
  id: 'control-plan-document',
  outputs: (plan) => ({
    'docs/control-plan.md': [
      headerSection(plan),
      routeSection(plan),
      '## Characteristics',
      'Classes: SC significant, CC critical. Sources of the numbers: S source, P partly, D derived, A assumed.',
      ...plan.stations.map((station) => stationSection(plan, station)),
      budgetSection(plan),
      '## Sites',
      ...plan.sites.map((site) => siteSection(plan, site)),
    ].join('\n\n'),
  }),
};
