import { type ProductSpec } from '../plant/Plant';
import { type FaultKind } from './FaultKind';
import { during } from './place';
import { toldCharacteristic } from './toldPlace';
import { truthOf } from './truthOf';

/** Standard deviations after the time it takes to grow. */
const SIZE = 3;
const GROWTH_MS = 4 * 3_600_000;

/** Towards the only limit, else upwards; what is to be true becomes less often so. */
const worse = ({ lsl, usl }: ProductSpec): 1 | -1 => (lsl !== undefined && usl === undefined ? -1 : 1);

export const drift: FaultKind = {
  id: 'drift',
  title: 'One characteristic drifts by three standard deviations within four hours, and stays there',
  takes: 'characteristic',
  start(settings) {
    const { station, characteristic } = toldCharacteristic(settings, () => true, 'characteristic');
    const items: string[] = [];
    return {
      id: this.id,
      make({ station: at, endMs, subject }) {
        const spec = characteristic.specs.get(subject.product);
        if (at.id !== station.id || !spec || !during(settings, endMs)) {
          return;
        }
        const by = worse(spec) * SIZE * Math.min(1, (endMs - settings.fromMs) / GROWTH_MS);
        subject.z[characteristic.index] = (subject.z[characteristic.index] as number) + by;
        items.push(subject.id);
      },
      truth: () =>
        truthOf(
          drift,
          settings,
          { line: '*', station: station.id, equipment: [], characteristics: [characteristic.id] },
          items
        ),
    };
  },
};
