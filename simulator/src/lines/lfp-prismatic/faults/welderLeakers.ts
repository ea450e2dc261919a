import { Random } from '../../../core/Random';
import { defectOf } from '../defects';
import { Concerned } from '../../../faults/Concerned';
import { type FaultKind } from '../../../faults/FaultKind';
import { characteristic, during } from '../../../faults/place';
import { machinesOf, toldMachine } from '../../../faults/toldPlace';
import { type Sight } from '../../../faults/Fault';
import { truthOf } from '../../../faults/truthOf';

const LEAKERS = 0.03;
/** The seams of these welders are a little shallow, in standard deviations. */
const SHALLOW = -0.8;

export const welderLeakers: FaultKind = {
  id: 'welder-leakers',
  title: 'Case welders make leaking seams: two of them, or the one that is told',
  takes: machinesOf('case_welding'),
  mendedBy: ['head-changed', 'focus-set', 'fixture-changed'],
  start(settings) {
    const { plant, seed } = settings;
    const usual = settings.place === undefined ? [4, 5] : [0];
    const machines = usual.map((n) => toldMachine(settings, 'case_welding', n));
    const ids = machines.map(({ equipment }) => equipment.id);
    const { index } = characteristic(plant, 'seal_weld_depth');
    const concerned = new Concerned();
    const sight: Sight = { station: 'leak_prefill', characteristics: ['pressure_decay'], what: 'share' };
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
          concerned.add(cell.id, endMs);
        }
      },
      judged: (visit) => concerned.judged(visit, sight.characteristics),
      truth: () =>
        truthOf(
          welderLeakers,
          settings,
          {
            line: machines[0]?.line.id ?? '',
            station: 'case_welding',
            equipment: ids,
            characteristics: ['pressure_decay', 'seal_weld_depth'],
            what: 'level',
            shows: sight,
          },
          concerned
        ),
    };
  },
};
