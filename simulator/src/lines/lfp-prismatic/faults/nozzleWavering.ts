import { Random } from '../../../core/Random';
import { type FaultKind } from '../../../faults/FaultKind';
import { characteristic, during, machine } from '../../../faults/place';
import { truthOf } from '../../../faults/truthOf';

/** Half-swing of the fill mass in standard deviations, its period, and the time it takes to grow. */
const SWING = 5;
const PERIOD_MS = 38 * 60_000;
const GROWTH_MS = 60 * 60_000;

export const nozzleWavering: FaultKind = {
  id: 'nozzle-4-wavering',
  title: 'Nozzle 4 of the second filler doses now too little, now too much',
  start(settings) {
    const { plant, fromMs, seed } = settings;
    const { line, equipment } = machine(plant, 'filling', 1);
    const { index } = characteristic(plant, 'fill_mass');
    const position = equipment.positions[3]?.id ?? '';
    const random = Random.named(seed, 'fault nozzle-4-wavering');
    const cells: string[] = [];
    return {
      id: this.id,
      make(visit) {
        if (visit.equipment !== equipment || visit.position?.id !== position || !during(settings, visit.endMs)) {
          return;
        }
        const age = visit.endMs - fromMs;
        const growth = Math.min(1, 0.25 + age / GROWTH_MS);
        const { z } = visit.subject;
        z[index] =
          (z[index] as number) + growth * (SWING * Math.sin((2 * Math.PI * age) / PERIOD_MS) + random.normal());
        cells.push(visit.subject.id);
      },
      truth: () =>
        truthOf(
          nozzleWavering,
          settings,
          { line: line.id, station: 'filling', equipment: [equipment.id], position, characteristics: ['fill_mass'] },
          cells
        ),
    };
  },
};
