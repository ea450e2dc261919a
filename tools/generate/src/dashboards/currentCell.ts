import { missingAs, unread, verdictMapping } from './mappings';
import { override, type Panel, type PanelOptions, panel } from './panel';
import { valueStat } from './valueStat';
import type { DashboardWords } from './words/DashboardWords';

/**
 * The newest cell and what was said of it, both from one answer: two tiles could show two cells. Why there is none stands in
 * the cell's place.
 */
export function currentCell({ queries = [], say, ...given }: PanelOptions & { say: DashboardWords }): Panel {
  return panel('stat', {
    ...given,
    queries: queries.map((query) => ({ ...query, note: 'cell_id' })),
    options: valueStat('cell_id|verdict', true),
    fieldConfig: {
      defaults: {
        color: { mode: 'thresholds' },
        thresholds: { mode: 'absolute', steps: [{ color: 'transparent', value: null }] },
        mappings: [unread(say)],
      },
      overrides: [override('verdict', { mappings: [missingAs(say.noVerdict, 'transparent'), ...verdictMapping(say)] })],
    },
  });
}
