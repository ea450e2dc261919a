import { missingAs, unread, verdictMapping } from './mappings';
import { override, type Panel, type PanelOptions, panel } from './panel';
import { valueStat } from './valueStat';

/** The newest cell and what was said of it, both from one answer: two tiles could show two cells. */
export function currentCell(given: PanelOptions): Panel {
  return panel('stat', {
    ...given,
    options: valueStat('cell_id|verdict', true),
    fieldConfig: {
      defaults: {
        color: { mode: 'thresholds' },
        thresholds: { mode: 'absolute', steps: [{ color: 'transparent', value: null }] },
        mappings: [unread],
      },
      overrides: [
        override('cell_id', { mappings: [missingAs('No visit in this time range', 'transparent')] }),
        override('verdict', { mappings: [missingAs('NO VERDICT', 'transparent'), ...verdictMapping] }),
      ],
    },
  });
}
