import { type Plan } from '@cellthread/plan';
import type { StoredFilter } from 'cellthread-cells-datasource/queries';
import type { HoldingSignal } from '@cellthread/vocabulary';
import { dashboardUids } from '../dashboards/dashboard';
import { signalsQuery } from '../dashboards/queries';
import { alertUid } from './alertUid';
import { type Rule, type RuleGroup } from './rule';
import { characteristicName, choose, links, where } from './texts';

/** Why nobody can say that a cell is good, though no value of it is out of spec. */
const kinds = {
  conflicting: {
    title: 'Two records for one cell and visit',
    summary: 'two records bear its ID and visit',
    what: 'Two units may bear one ID, or a station counted from 1 again. Both records stand, the worse decides. Look for the second unit; strike the record of a wrong ID with an event of kind void.',
  },
  unmeasured: {
    title: 'Special characteristics without a value',
    summary: 'a special characteristic was not measured',
    what: 'The station passed the cell without the value that the plan asks of every cell. Measure it, or find out why the gauge says nothing.',
  },
  implausible: {
    title: 'Values that cannot be true',
    summary: 'a value lies outside what the gauge can say',
    what: 'The gauge sent an error number or is out of order, so the cell was not measured. Check the gauge with the master part and measure the cell again.',
  },
  'station-nok': {
    title: 'Cells that their station itself failed',
    summary: 'the station says not ok, though every value is in spec',
    what: 'The station saw what its values do not show (camera, time-out, interlock). Its own screen or log says why.',
  },
  'unknown-verdict': {
    title: 'Verdicts that nobody understands',
    summary: 'the verdict of the station is no word that is known',
    what: 'The words are ok, nok, retest and skipped. Until the station says one of them the cell has no verdict.',
  },
  skipped: {
    title: 'Cells that passed a station by',
    summary: 'the station has no result of it, or says that it was skipped',
    what: 'The cell is further on without a visit here. Bring it back, or let quality decide without this station.',
  },
} satisfies Record<
  Exclude<HoldingSignal, 'out-of-spec' | 'missing' | 'late'>,
  { title: string; summary: string; what: string }
>;

type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

const WINDOW_S = 15 * 60;

/** Cells that nobody can call good: quality hears of each kind, and where the plan contains them by a hold they are held. */
export function unprovenRules(plan: Plan): RuleGroup[] {
  return [
    { name: 'Unproven cells, held', interval: '1m', rules: [heldRule(plan)] },
    ...kindNames.map((kind) => ({
      name: `Unproven cells: ${kind}`,
      interval: '1m',
      rules: [qualityRule(plan, kind)],
    })),
  ];
}

const shown = {
  dashboardUid: dashboardUids.line,
  panelId: 9,
  links: links.station,
};

function heldRule(plan: Plan): Rule {
  const contained: StoredFilter[] = [{ key: 'disposition', operator: '=|', values: ['hold'] }];
  return {
    ...shown,
    uid: alertUid('unproven-held'),
    title: 'Cells that nobody can call good, held',
    rangeS: WINDOW_S,
    query: signalsQuery(kindNames, 'fresh', contained),
    receiver: 'line',
    groupBy: ['grafana_folder', 'alertname'],
    wait: { group: '1s', interval: '1s', repeat: '4h' },
    summary: `Cell {{ $labels.cell_id }} is put on hold at ${where(plan)}: ${choose(
      'kind',
      Object.entries(kinds).map(([kind, { summary }]) => [kind, summary]),
      '{{ $labels.kind }}'
    )}`,
    description:
      'Nobody can say that the cell is good, and the plan holds such cells. What to do stands in the message to quality.',
    severity: 'critical',
  };
}

function qualityRule(plan: Plan, kind: Kind): Rule {
  const { title, summary, what } = kinds[kind];
  return {
    ...shown,
    uid: alertUid(kind),
    title,
    rangeS: WINDOW_S,
    query: signalsQuery([kind], 'fresh', []),
    receiver: 'quality',
    groupBy: ['grafana_folder', 'alertname', 'site', 'line', 'station'],
    wait: { group: '10s', interval: '10m', repeat: '8h' },
    summary: `Cell {{ $labels.cell_id }} at ${where(plan)}: ${summary}`,
    description: `{{ with $labels.characteristic }}Characteristic: ${characteristicName(plan)}. {{ end }}${what}`,
    severity: 'warning',
  };
}
