import { Concerned } from '../../../faults/Concerned';
import { type FaultKind } from '../../../faults/FaultKind';
import { characteristic, during } from '../../../faults/place';
import { machinesOf, toldMachine } from '../../../faults/toldPlace';
import { rounded } from '../../../process/Model';
import { truthOf } from '../../../faults/truthOf';

/** Pa, up and down over a shift. */
const DRIFT = 4;
const PERIOD_MS = 8 * 3_600_000;

export const leakTesterDrift: FaultKind = {
  id: 'leak-tester-drift',
  title: 'The leak tester drifts with temperature: all nests together, no cell leaks',
  takes: machinesOf('leak_prefill'),
  mendedBy: ['tester-calibrated'],
  start(settings) {
    const { plant, fromMs } = settings;
    const { line, equipment } = toldMachine(settings, 'leak_prefill', 0);
    const { id, resolution, specs } = characteristic(plant, 'pressure_decay');
    const concerned = new Concerned();
    return {
      id: this.id,
      read(visit) {
        const value = visit.values[id];
        if (visit.equipment !== equipment || value === undefined || !during(settings, visit.endMs)) {
          return;
        }
        const drift = DRIFT * Math.sin((2 * Math.PI * (visit.endMs - fromMs)) / PERIOD_MS);
        visit.values[id] = rounded(value + drift, resolution);
        if (visit.cell) {
          const { lsl = -Infinity, usl = Infinity } = specs.get(visit.subject.product) ?? {};
          concerned.add(visit.subject.id, visit.endMs, value < lsl || value > usl);
        }
      },
      judged: (visit) => concerned.judged(visit, [id]),
      truth: () =>
        truthOf(
          leakTesterDrift,
          settings,
          { line: line.id, station: 'leak_prefill', equipment: [equipment.id], characteristics: [id], what: 'level' },
          concerned
        ),
    };
  },
};
