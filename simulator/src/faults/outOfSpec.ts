import { Random } from '../core/Random';
import { type ProductSpec } from '../plant/Plant';
import { deviationOf, scaleOf } from '../process/Model';
import { type FaultKind } from './FaultKind';
import { during } from './place';
import { toldCharacteristic } from './toldPlace';
import { truthOf } from './truthOf';

/** Share of items that come out bad. */
const SHARE = 0.1;

/** A value beyond a limit: by half the way from the mean, or by one where that counts. */
function beyond({ lsl, usl, target }: ProductSpec, counts: boolean): number {
  const limit = usl ?? (lsl as number);
  const outwards = usl !== undefined ? 1 : -1;
  return limit + outwards * (counts ? 1 : Math.abs(limit - target) / 2 || 1);
}

export const outOfSpec: FaultKind = {
  id: 'out-of-spec',
  title: 'One item in ten is out of spec at one station',
  takes: 'characteristic',
  start(settings) {
    const limited = ({ lsl, usl }: ProductSpec) => lsl !== undefined || usl !== undefined;
    const { station, characteristic } = toldCharacteristic(
      settings,
      ({ specs }) => [...specs.values()].some(limited),
      'characteristic with a limit'
    );
    const random = Random.named(settings.seed, `fault out-of-spec ${station.id} ${characteristic.id}`);
    const items: string[] = [];
    return {
      id: this.id,
      make({ station: at, endMs, subject, number }) {
        const spec = characteristic.specs.get(subject.product);
        const here = at.id === station.id && number === 1 && spec !== undefined && limited(spec);
        if (here && during(settings, endMs) && random.chance(SHARE)) {
          const bad = beyond(spec, characteristic.type !== 'number');
          subject.z[characteristic.index] = deviationOf({ characteristic }, scaleOf(spec), bad);
          items.push(subject.id);
        }
      },
      truth: () =>
        truthOf(
          outOfSpec,
          settings,
          { line: '*', station: station.id, equipment: [], characteristics: [characteristic.id] },
          items
        ),
    };
  },
};
