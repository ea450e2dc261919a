import type { StoredQuery } from 'cellthread-cells-datasource/queries';
import { unread, valueMapping } from './mappings';
import { type Panel, type PanelOptions, panel } from './panel';
import { valueStat } from './valueStat';
import type { DashboardWords } from './words/DashboardWords';

interface CountTileOptions extends PanelOptions {
  say: DashboardWords;
  queries: [StoredQuery];
  /** Values from which the colour warns and alarms; without them the number stays plain. */
  steps?: { warn: number; alarm: number };
}

/** Green is for a zero that was answered: words have other colours, and so has what cannot be read. */
const words = ({ why }: DashboardWords) => [
  ...valueMapping(
    Object.entries(why).flatMap(([id, text]) => (id === text ? [] : [[id, { text, color: 'blue' }] as const]))
  ),
  { type: 'regex', options: { pattern: '/^more than /', result: { color: 'purple', index: 1 } } },
  { type: 'regex', options: { pattern: '/^[a-z]/', result: { color: 'blue', index: 2 } } },
];

/** How many rows the query has. The number, zero too, or the words in its place are the answer's, never the panel's. */
export function countTile({ steps, say, queries: [query], ...given }: CountTileOptions): Panel {
  return panel('stat', {
    ...given,
    queries: [{ ...query, count: true }],
    options: valueStat('text'),
    fieldConfig: {
      defaults: {
        unit: 'locale',
        decimals: 0,
        color: { mode: 'thresholds' },
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: steps ? 'green' : 'text', value: null },
            ...(steps
              ? [
                  { color: 'orange', value: steps.warn },
                  { color: 'red', value: steps.alarm },
                ]
              : []),
          ],
        },
        mappings: [unread(say), ...words(say)],
      },
      overrides: [],
    },
  });
}
