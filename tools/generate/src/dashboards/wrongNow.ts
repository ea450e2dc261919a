import type { StoredFilter } from 'cellthread-cells-datasource/queries';
import type { SignalKind } from '@cellthread/vocabulary';
import { table } from './corePanels';
import { streamLink } from './links';
import { severityMapping } from './mappings';
import { override, type Panel, type PanelOptions } from './panel';
import { signalsQuery } from './queries';

interface WrongNowOptions extends Omit<PanelOptions, 'queries'> {
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
export function wrongNow({ kinds, filters, stations = [], action = false, ...given }: WrongNowOptions): Panel {
  return table({
    ...given,
    last: '15m',
    queries: [{ ...signalsQuery(kinds, 'fresh', filters, stations), include: ['evidence'] }],
    columns: {
      // The first column is all that a phone shows.
      sentence: 'What is wrong',
      ...(action && { action: 'What to do' }),
      severity: 'How bad',
      since: 'Since',
      cells: 'Cells',
      out_of_spec: 'Out of spec',
      held: 'Held',
      ...Object.fromEntries(linked.map((name) => [name, name])),
    },
    note: 'sentence',
    fieldConfig: {
      defaults: { custom: { align: 'left' } },
      overrides: [
        override('severity', {
          mappings: severityMapping,
          'custom.width': 90,
          'custom.cellOptions': { type: 'color-text' },
        }),
        override('sentence', { links: [streamLink], 'custom.wrapText': true, 'custom.minWidth': 300 }),
        override('action', { 'custom.wrapText': true, 'custom.minWidth': 300 }),
        override('since', { unit: 'dateTimeFromNow', 'custom.width': 120 }),
        ...['cells', 'out_of_spec', 'held'].map((name) => override(name, { decimals: 0, 'custom.width': 90 })),
        ...linked.map((name) =>
          override(name, {
            'custom.hideFrom': { viz: true },
            ...(places.includes(name) && { mappings: emptyIsAll }),
          })
        ),
      ],
    },
  });
}
