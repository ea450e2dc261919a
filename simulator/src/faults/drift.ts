import { Concerned } from './Concerned';
import { type FaultKind } from './FaultKind';
import { isOutside } from './isOutside';
import { during } from './place';
import { characteristicsThat, toldCharacteristic } from './toldPlace';
import { truthOf } from './truthOf';
import { worse } from './worse';

/** Standard deviations after the time it takes to grow. */
const SIZE = 3;
const GROWTH_MS = 4 * 3_600_000;

export const drift: FaultKind = {
  id: 'drift',
  title: 'One characteristic drifts by three standard deviations within four hours, and stays there',
  takes: characteristicsThat(() => true),
  mendedBy: 'plan',
  start(settings) {
    const { station, characteristic } = toldCharacteristic(settings, () => true, 'characteristic');
    const concerned = new Concerned();
    return {
      id: this.id,
      make({ station: at, endMs, subject }) {
        const { index } = characteristic;
        const spec = characteristic.specs.get(subject.product);
        if (at.id !== station.id || !spec || !during(settings, endMs)) {
          return;
        }
        const by = worse(characteristic, spec) * SIZE * Math.min(1, (endMs - settings.fromMs) / GROWTH_MS);
        concerned.add(subject.id, endMs, isOutside(characteristic, subject));
        subject.z[index] = (subject.z[index] as number) + by;
      },
      judged: (visit) => concerned.judged(visit, [characteristic.id]),
      truth: () =>
        truthOf(
          drift,
          settings,
          { line: '*', station: station.id, equipment: [], characteristics: [characteristic.id], what: 'level' },
          concerned
        ),
    };
  },
};
