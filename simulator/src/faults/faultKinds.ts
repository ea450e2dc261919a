import { calenderDrift } from './calenderDrift';
import { cellIdTrouble } from './cellIdTrouble';
import { type FaultKind } from './FaultKind';
import { nozzleWavering } from './nozzleWavering';
import { benignLotShift, doorOpened, lotChangeAtShiftChange } from './silentCases';
import { welderLeakers } from './welderLeakers';

const all: readonly FaultKind[] = [
  nozzleWavering,
  welderLeakers,
  calenderDrift,
  cellIdTrouble,
  benignLotShift,
  doorOpened,
  lotChangeAtShiftChange,
];

/** Every fault that can be switched on, by id. */
export const faultKinds: ReadonlyMap<string, FaultKind> = new Map(all.map((kind) => [kind.id, kind]));
