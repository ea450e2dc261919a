import type { StoredFilter } from 'cellthread-cells-datasource/queries';
import type { SignalKind } from '@cellthread/vocabulary';
import type { Plan } from '@cellthread/plan';
import { capital, workedOn } from '../items';
import { table } from './corePanels';
import { streamLink } from './links';
import { severityMapping } from './mappings';
import { override, type Panel, type PanelOptions } from './panel';
import { signalsQuery } from './queries';
import { dashboardWords } from './words/registry';

interface WrongNowOptions extends Omit<PanelOptions, 'queries' | 'title'> {
  title?: string;
  kinds: readonly SignalKind[];
  filters: StoredFilter[];
  stations?: string[];
  /** Shows what to do beside each sentence. */
  action?: boolean;
}

/** What the link of a sentence takes from its row. Of variables with several values an empty one means all. */
const places = ['site', 'line', 'equipment', 'position'];
const linked = [...places, 'station', 'characteristic', 'product'];
const emptyIsAll = [{ type: 'special', options: { match: 'empty', result: { text: '$__all', index: 0 } } }];

/** Sentences, the worst first, with since when and how many cells; each leads to the chart of its stream at that time. */
export function wrongNow(
  plan: Plan,
  { kinds, filters, stations = [], action = false, ...given }: WrongNowOptions
): Panel {
  const say = dashboardWords(plan);
  const { columns } = say;
  const [, items] = workedOn(plan);
  return table({
    say,
    title: say.wrongNow,
    ...given,
    last: '15m',
    queries: [{ ...signalsQuery(kinds, 'fresh', filters, stations), include: ['evidence'] }],
    columns: {
      // The first column is all that a phone shows.
      sentence: columns.sentence,
      ...(action && { action: columns.action }),
      severity: columns.severity,
      since: columns.since,
      cells: capital(items),
      out_of_spec: columns.outOfSpec,
      held: columns.held,
      ...Object.fromEntries(linked.map((name) => [name, name])),
    },
    note: 'sentence',
    fieldConfig: {
      defaults: { custom: { align: 'left' } },
      overrides: [
        override('severity', {
          mappings: severityMapping(say),
          'custom.width': 90,
          'custom.cellOptions': { type: 'color-text' },
        }),
        override('sentence', { links: [streamLink(say)], 'custom.wrapText': true, 'custom.minWidth': 300 }),
        override('action', { 'custom.wrapText': true, 'custom.minWidth': 300 }),
        override('since', { unit: 'dateTimeFromNow', 'custom.width': 120 }),
        ...['cells', 'out_of_spec', 'held'].map((name) => override(name, { decimals: 0, 'custom.width': 90 })),
        ...linked.map((name) =>
          override(name, {
            'custom.hideFrom.viz': true,
            ...(places.includes(name) && { mappings: emptyIsAll }),
          })
        ),
      ],
    },
  });
}
