import type { Plan } from '@cellthread/plan';
import type { StoredQuery } from 'cellthread-cells-datasource/queries';
import { nameMapping } from './mappings';
import { override, type Panel, type PanelOptions, panel } from './panel';
import { equipmentNames } from './placeNames';
import { ruleWords } from './signalKinds';
import { dashboardWords } from './words/registry';

interface WorklistOptions extends PanelOptions {
  queries: [StoredQuery];
  list: keyof typeof noteColumn;
}

/** Why there are no rows stands in the column in which rows say what they are about. */
const noteColumn = { signals: 'sentence', holds: 'text', values: 'text', changes: 'text', lines: 'name' } as const;

/** A list to work off, with the names of the plan, in its language. */
export function worklist(plan: Plan, { list, ...given }: WorklistOptions): Panel {
  const characteristics = plan.stations.flatMap((station) => station.characteristics);
  const named = (entries: ReadonlyArray<{ id: string; name: string }>) =>
    nameMapping(entries.map(({ id, name }) => ({ id, text: name })));
  return panel('cellthread-worklist-panel', {
    ...given,
    queries: given.queries.map((query) => ({ ...query, note: noteColumn[list] })),
    options: { list, language: plan.language },
    fieldConfig: {
      overrides: [
        override('station', { mappings: named(plan.stations) }),
        override('characteristic', { mappings: named(characteristics) }),
        override('equipment', { mappings: equipmentNames(plan) }),
        override('rule', { mappings: nameMapping(ruleWords(dashboardWords(plan))) }),
        ...(list === 'holds'
          ? [
              override('last_station', { mappings: named(plan.stations) }),
              override('last_equipment', { mappings: equipmentNames(plan) }),
            ]
          : []),
      ],
    },
  });
}
