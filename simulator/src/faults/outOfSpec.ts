import { Random } from '../core/Random';
import { type PlantCharacteristic, type ProductSpec } from '../plant/Plant';
import { deviationOf, scaleOf } from '../process/Model';
import { Concerned } from './Concerned';
import { type FaultKind } from './FaultKind';
import { isOutside } from './isOutside';
import { during } from './place';
import { characteristicsThat, toldCharacteristic } from './toldPlace';
import { truthOf } from './truthOf';

/** Share of items that come out bad. */
const SHARE = 0.1;

/** A value beyond a limit: by half the way from the mean, or by one where that counts. */
function beyond({ lsl, usl, target }: ProductSpec, counts: boolean): number {
  const limit = usl ?? (lsl as number);
  const outwards = usl !== undefined ? 1 : -1;
  return limit + outwards * (counts ? 1 : Math.abs(limit - target) / 2 || 1);
}

const limited = ({ lsl, usl }: ProductSpec): boolean => lsl !== undefined || usl !== undefined;
const isLimited = ({ specs }: PlantCharacteristic): boolean => [...specs.values()].some(limited);

export const outOfSpec: FaultKind = {
  id: 'out-of-spec',
  title: 'One item in ten is out of spec at one station',
  takes: characteristicsThat(isLimited),
  mendedBy: 'plan',
  start(settings) {
    const { station, characteristic } = toldCharacteristic(settings, isLimited, 'characteristic with a limit');
    const random = Random.named(settings.seed, `fault out-of-spec ${station.id} ${characteristic.id}`);
    const concerned = new Concerned();
    return {
      id: this.id,
      make({ station: at, endMs, subject, number }) {
        const spec = characteristic.specs.get(subject.product);
        const here = at.id === station.id && number === 1 && spec !== undefined && limited(spec);
        if (here && during(settings, endMs) && random.chance(SHARE)) {
          const bad = beyond(spec, characteristic.type !== 'number');
          concerned.add(subject.id, endMs, isOutside(characteristic, subject));
          subject.z[characteristic.index] = deviationOf({ characteristic }, scaleOf(spec), bad);
        }
      },
      judged: (visit) => concerned.judged(visit, [characteristic.id]),
      truth: () =>
        truthOf(
          outOfSpec,
          settings,
          { line: '*', station: station.id, equipment: [], characteristics: [characteristic.id], what: 'share' },
          concerned
        ),
    };
  },
};
