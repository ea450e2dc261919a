import type { StoredSignals } from 'cellthread-cells-datasource/queries';
import { type Plan } from '@cellthread/plan';
import { table } from './corePanels';
import { chartLink, travelerLink } from './links';
import { decidedMapping, nameMapping, wordMapping } from './mappings';
import { equipmentNames } from './placeNames';
import { kindWords, ruleWords } from './signalKinds';
import { override, type Panel, type PanelOptions } from './panel';
import { capital, workedOn } from '../items';
import { dashboardWords } from './words/registry';

/** Open signals with the names of the plan, each with the way to its chart and its cell. */
export function signalTable(plan: Plan, given: PanelOptions & { queries: [StoredSignals] }): Panel {
  const characteristics = plan.stations.flatMap((station) => station.characteristics);
  const say = dashboardWords(plan);
  const { columns } = say;
  const [item] = workedOn(plan);
  const contained = wordMapping(say.containments);
  return table({
    say,
    ...given,
    // What people decided: the label `disposition` is what the plan wants done first, as long as the signal lasts.
    queries: [{ ...given.queries[0], include: ['disposition'] }],
    columns: {
      station: columns.station,
      characteristic: columns.characteristic,
      kind: columns.signal,
      cell_id: capital(item),
      equipment: columns.equipment,
      position: columns.position,
      product: columns.product,
      rule: columns.rule,
      disposition: columns.planSays,
      decided: columns.is(capital(item)),
      value: columns.beyond,
    },
    note: 'kind',
    sortBy: 'value',
    fieldConfig: {
      defaults: { custom: { align: 'auto' } },
      overrides: [
        override('station', { mappings: nameMapping(plan.stations.map(({ id, name }) => ({ id, text: name }))) }),
        override('characteristic', {
          mappings: nameMapping(characteristics.map(({ id, name }) => ({ id, text: name }))),
          links: [chartLink(say)],
          'custom.width': 280,
        }),
        override('product', { mappings: nameMapping(plan.products.map(({ id, name }) => ({ id, text: name }))) }),
        override('equipment', { mappings: equipmentNames(plan) }),
        override('rule', { mappings: nameMapping(ruleWords(say)) }),
        override('kind', { mappings: nameMapping(kindWords(say)), 'custom.minWidth': 160, 'custom.wrapText': true }),
        override('cell_id', { links: [travelerLink(say)], 'custom.width': 240 }),
        ...(contained.length > 0 ? [override('disposition', { mappings: contained })] : []),
        override('decided', { mappings: decidedMapping(say) }),
        override('value', { decimals: 2, 'custom.width': 100 }),
      ],
    },
  });
}
