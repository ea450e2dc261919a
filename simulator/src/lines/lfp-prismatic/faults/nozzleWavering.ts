import { Random } from '../../../core/Random';
import { Concerned } from '../../../faults/Concerned';
import { type FaultKind } from '../../../faults/FaultKind';
import { isOutside } from '../../../faults/isOutside';
import { characteristic, during } from '../../../faults/place';
import { positionsOf, toldPosition } from '../../../faults/toldPlace';
import { truthOf } from '../../../faults/truthOf';

/** Half-swing of the fill mass in standard deviations, its period, and the time it takes to grow. */
const SWING = 5;
const PERIOD_MS = 38 * 60_000;
const GROWTH_MS = 60 * 60_000;

export const nozzleWavering: FaultKind = {
  id: 'nozzle-wavering',
  formerly: 'nozzle-4-wavering',
  title: 'A nozzle doses now too little, now too much',
  takes: positionsOf('filling'),
  mendedBy: ['nozzle-cleaned', 'nozzle-replaced'],
  start(settings) {
    const { plant, fromMs, seed } = settings;
    const { line, equipment, position } = toldPosition(settings, 'filling', 1, 3);
    const mass = characteristic(plant, 'fill_mass');
    const random = Random.named(seed, 'fault nozzle-wavering');
    const concerned = new Concerned();
    return {
      id: this.id,
      make(visit) {
        if (visit.equipment !== equipment || visit.position?.id !== position.id || !during(settings, visit.endMs)) {
          return;
        }
        const age = visit.endMs - fromMs;
        const growth = Math.min(1, 0.25 + age / GROWTH_MS);
        const { id, z } = visit.subject;
        concerned.add(id, visit.endMs, isOutside(mass, visit.subject));
        const swing = SWING * Math.sin((2 * Math.PI * age) / PERIOD_MS);
        z[mass.index] = (z[mass.index] as number) + growth * (swing + random.normal());
      },
      judged: (visit) => concerned.judged(visit, [mass.id]),
      truth: () =>
        truthOf(
          nozzleWavering,
          settings,
          {
            line: line.id,
            station: 'filling',
            equipment: [equipment.id],
            position: position.id,
            characteristics: [mass.id],
            what: 'spread',
          },
          concerned
        ),
    };
  },
};
