import type { Plan } from '../types';
import { characteristicRow, scopes } from './characteristicRow';
import { controlLimitRow } from './controlLimitRow';
import { type PlanContent, type RowKind, rowContent } from './row';
import { settingRow, settings } from './settingRow';
import { stationRow } from './stationRow';

/** The measurements of the plan in `cellthread_record`, in the order in which people look for them. */
export const rowKinds = [settingRow, stationRow, characteristicRow, controlLimitRow] as unknown as ReadonlyArray<
  RowKind<unknown>
>;

/** Everything a plan says, as the content of rows. */
export function planRows(plan: Plan): PlanContent[] {
  return [
    ...settings.flatMap(({ of }) => of(plan)).map((setting) => rowContent(settingRow, setting)),
    ...plan.stations.map((station) => rowContent(stationRow, station)),
    ...plan.stations
      .flatMap(({ characteristics }) => characteristics)
      .flatMap(scopes)
      .map((characteristic) => rowContent(characteristicRow, characteristic)),
    ...plan.control_limits.map((limit) => rowContent(controlLimitRow, limit)),
  ];
}
