import { Random } from '../../../core/Random';
import { defectOf } from '../defects';
import { type FaultKind } from '../../../faults/FaultKind';
import { characteristic, during, machine } from '../../../faults/place';
import { truthOf } from '../../../faults/truthOf';

const LEAKERS = 0.03;
/** The seams of these welders are a little shallow, in standard deviations. */
const SHALLOW = -0.8;

export const welderLeakers: FaultKind = {
  id: 'welder-leakers',
  title: 'Two case welders make leaking seams',
  start(settings) {
    const { plant, seed } = settings;
    const machines = [machine(plant, 'case_welding', 4), machine(plant, 'case_welding', 5)];
    const ids = machines.map(({ equipment }) => equipment.id);
    const { index } = characteristic(plant, 'seal_weld_depth');
    const cells: string[] = [];
    const random = Random.named(seed, 'fault welder-leakers');
    return {
      id: this.id,
      make({ equipment, endMs, subject, cell, station }) {
        if (station.id !== 'case_welding' || !ids.includes(equipment.id) || !during(settings, endMs)) {
          return;
        }
        subject.z[index] = (subject.z[index] as number) + SHALLOW;
        if (cell && cell.defect < 0 && random.chance(LEAKERS)) {
          cell.defect = defectOf('pressure_decay');
          cell.fate = 2;
          cells.push(cell.id);
        }
      },
      truth: () =>
        truthOf(
          welderLeakers,
          settings,
          {
            line: machines[0]?.line.id ?? '',
            station: 'case_welding',
            equipment: ids,
            characteristics: ['pressure_decay', 'seal_weld_depth'],
          },
          cells
        ),
    };
  },
};
