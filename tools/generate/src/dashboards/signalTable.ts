import type { StoredSignals } from 'cellthread-cells-datasource/queries';
import { type Plan } from '@cellthread/plan';
import { table } from './corePanels';
import { chartLink, travelerLink } from './links';
import { decidedMapping, nameMapping } from './mappings';
import { equipmentNames } from './placeNames';
import { kindWords, ruleWords } from './signalKinds';
import { override, type Panel, type PanelOptions } from './panel';

/** Open signals with the names of the plan, each with the way to its chart and its cell. */
export function signalTable(plan: Plan, given: PanelOptions & { queries: [StoredSignals] }): Panel {
  const characteristics = plan.stations.flatMap((station) => station.characteristics);
  return table({
    ...given,
    // What people decided: the label `disposition` is what the plan wants done first, as long as the signal lasts.
    queries: [{ ...given.queries[0], include: ['disposition'] }],
    columns: {
      station: 'Station',
      characteristic: 'Characteristic',
      kind: 'Signal',
      cell_id: 'Cell',
      equipment: 'Equipment',
      position: 'Position',
      product: 'Product',
      rule: 'Rule',
      disposition: 'Plan says',
      decided: 'Cell is',
      value: 'Beyond by',
    },
    note: 'kind',
    sortBy: 'value',
    fieldConfig: {
      defaults: { custom: { align: 'auto' } },
      overrides: [
        override('station', { mappings: nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name }))) }),
        override('characteristic', {
          mappings: nameMapping(characteristics.map(({ id, name }) => ({ id, text: name }))),
          links: [chartLink],
          'custom.width': 280,
        }),
        override('product', { mappings: nameMapping(plan.products.map(({ id, name }) => ({ id, text: name }))) }),
        override('equipment', { mappings: equipmentNames(plan) }),
        override('rule', { mappings: nameMapping(ruleWords) }),
        override('kind', { mappings: nameMapping(kindWords), 'custom.minWidth': 160, 'custom.wrapText': true }),
        override('cell_id', { links: [travelerLink], 'custom.width': 240 }),
        override('decided', { mappings: decidedMapping }),
        override('value', { decimals: 2, 'custom.width': 100 }),
      ],
    },
  });
}
