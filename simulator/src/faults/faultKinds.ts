import { cellIdTrouble } from './cellIdTrouble';
import { crewHandling } from './crewHandling';
import { type FaultKind } from './FaultKind';
import { leakTesterDrift } from './leakTesterDrift';
import { nozzleWavering } from './nozzleWavering';
import * as shifts from './shifts';
import { doorOpened, lotChangeAtShiftChange } from './silentCases';
import { welderLeakers } from './welderLeakers';

const all: readonly FaultKind[] = [
  nozzleWavering,
  welderLeakers,
  shifts.calenderDrift,
  cellIdTrouble,
  shifts.lightCoatingLane,
  shifts.burrGrowth,
  shifts.dewPointElectrolyte,
  shifts.rackGradient,
  shifts.cyclerMiscalibrated,
  leakTesterDrift,
  crewHandling,
  shifts.newCathodeLot,
  shifts.benignLotShift,
  doorOpened,
  lotChangeAtShiftChange,
];

/** Every fault that can be switched on, by id. */
export const faultKinds: ReadonlyMap<string, FaultKind> = new Map(all.map((kind) => [kind.id, kind]));
