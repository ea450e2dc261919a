import { type FaultKind } from '../../../faults/FaultKind';
import { crewHandling } from './crewHandling';
import { doorOpened } from './doorOpened';
import { leakTesterDrift } from './leakTesterDrift';
import { lotChangeAtShiftChange } from './lotChangeAtShiftChange';
import { newCathodeLot } from './newCathodeLot';
import { nozzleWavering } from './nozzleWavering';
import * as shifts from './shifts';
import { welderLeakers } from './welderLeakers';

/** Faults of this line, and cases in which no alarm may be raised. */
export const faults: readonly FaultKind[] = [
  nozzleWavering,
  welderLeakers,
  shifts.calenderDrift,
  shifts.lightCoatingLane,
  shifts.burrGrowth,
  shifts.dewPointElectrolyte,
  shifts.rackGradient,
  shifts.cyclerMiscalibrated,
  leakTesterDrift,
  crewHandling,
  shifts.fixtureWear,
  newCathodeLot,
  shifts.benignLotShift,
  doorOpened,
  lotChangeAtShiftChange,
];
