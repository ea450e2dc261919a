import { namedEquipment, type Plan } from '@cellthread/plan';
import { nameMapping } from './mappings';

/** Display texts for machines, in the place of their ids; of some stations, or of all. */
export const equipmentNames = (plan: Pick<Plan, 'equipment'>, stations?: ReadonlySet<string>) =>
  nameMapping(
    namedEquipment({ equipment: plan.equipment.filter(({ station }) => stations?.has(station) ?? true) }).map(
      ({ id, name }) => ({ id, text: name })
    )
  );
