import { Random } from '../core/Random';
import { type PlantCharacteristic } from '../plant/Plant';
import { Concerned } from './Concerned';
import { type FaultKind } from './FaultKind';
import { during } from './place';
import { characteristicsThat, toldCharacteristic } from './toldPlace';
import { truthOf } from './truthOf';

/** Share of readings, and what a gauge says that has lost its sensor. */
const SHARE = 0.03;
const SENTINEL = 9999;

const isMeasured = ({ type }: PlantCharacteristic): boolean => type === 'number';

export const implausible: FaultKind = {
  id: 'implausible',
  title: 'A gauge says now and then what cannot be',
  takes: characteristicsThat(isMeasured),
  mendedBy: 'plan',
  start(settings) {
    const { station, characteristic } = toldCharacteristic(settings, isMeasured, 'measured characteristic');
    const { id, plausibleHigh = 0 } = characteristic;
    const value = plausibleHigh < SENTINEL ? SENTINEL : 10 * plausibleHigh;
    const random = Random.named(settings.seed, `fault implausible ${station.id} ${id}`);
    const concerned = new Concerned();
    return {
      id: this.id,
      read({ station: at, endMs, subject, runType, values }) {
        if (at.id === station.id && values[id] !== undefined && during(settings, endMs) && random.chance(SHARE)) {
          values[id] = value;
          if (runType !== 'master') {
            concerned.add(subject.id, endMs);
          }
        }
      },
      judged: (visit) => concerned.judged(visit, [id]),
      truth: () =>
        truthOf(
          implausible,
          settings,
          { line: '*', station: station.id, equipment: [], characteristics: [id], what: 'record' },
          concerned
        ),
    };
  },
};
