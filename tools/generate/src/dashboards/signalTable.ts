import { type Plan } from '@cellthread/plan';
import { table } from './corePanels';
import { chartLink, travelerLink } from './links';
import { nameMapping } from './mappings';
import { override, type Panel, type PanelOptions } from './panel';

/** Open signals with the names of the plan, each with the way to its chart and its cell. */
export function signalTable(plan: Plan, given: PanelOptions): Panel {
  const characteristics = plan.stations.flatMap((station) => station.characteristics);
  return table({
    ...given,
    columns: {
      station: 'Station',
      characteristic: 'Characteristic',
      kind: 'Signal',
      cell_id: 'Cell',
      product: 'Product',
      equipment: 'Equipment',
      position: 'Position',
      rule: 'Rule',
      disposition: 'Disposition',
      value: 'Beyond by',
    },
    sortBy: 'value',
    fieldConfig: {
      defaults: { custom: { align: 'auto' }, noValue: 'Nothing is open' },
      overrides: [
        override('station', { mappings: nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name }))) }),
        override('characteristic', {
          mappings: nameMapping(characteristics.map(({ id, name }) => ({ id, text: name }))),
          links: [chartLink],
          'custom.width': 280,
        }),
        override('cell_id', { links: [travelerLink], 'custom.width': 240, noValue: '' }),
        // A signal of a process names no cell, one of a station no equipment: that is not "nothing open".
        ...['equipment', 'position', 'disposition'].map((column) => override(column, { noValue: '' })),
        override('value', { decimals: 2, 'custom.width': 100 }),
      ],
    },
  });
}
