import { cellIdTrouble } from './cellIdTrouble';
import { crewHandling } from '../lines/lfp-prismatic/faults/crewHandling';
import { type FaultKind } from './FaultKind';
import { leakTesterDrift } from '../lines/lfp-prismatic/faults/leakTesterDrift';
import { nozzleWavering } from '../lines/lfp-prismatic/faults/nozzleWavering';
import * as shifts from '../lines/lfp-prismatic/faults/shifts';
import { doorOpened, lotChangeAtShiftChange } from '../lines/lfp-prismatic/faults/silentCases';
import { welderLeakers } from '../lines/lfp-prismatic/faults/welderLeakers';

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
