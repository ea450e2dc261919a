import { type FaultKind } from '../../../faults/FaultKind';
import { characteristic, during, machine } from '../../../faults/place';
import { rounded } from '../../../process/Model';
import { truthOf } from '../../../faults/truthOf';

/** Pa, up and down over a shift. */
const DRIFT = 4;
const PERIOD_MS = 8 * 3_600_000;

export const leakTesterDrift: FaultKind = {
  id: 'leak-tester-drift',
  title: 'The leak tester drifts with temperature: all nests together, no cell leaks',
  start(settings) {
    const { plant, fromMs } = settings;
    const { line, equipment } = machine(plant, 'leak_prefill', 0);
    const { id, resolution } = characteristic(plant, 'pressure_decay');
    const cells: string[] = [];
    return {
      id: this.id,
      read(visit) {
        const value = visit.values[id];
        if (visit.equipment !== equipment || value === undefined || !during(settings, visit.endMs)) {
          return;
        }
        const drift = DRIFT * Math.sin((2 * Math.PI * (visit.endMs - fromMs)) / PERIOD_MS);
        visit.values[id] = rounded(value + drift, resolution);
        cells.push(visit.subject.id);
      },
      truth: () =>
        truthOf(
          leakTesterDrift,
          settings,
          { line: line.id, station: 'leak_prefill', equipment: [equipment.id], characteristics: [id] },
          cells
        ),
    };
  },
};
