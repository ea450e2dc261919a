import { Concerned } from '../../../faults/Concerned';
import { type FaultKind } from '../../../faults/FaultKind';
import { isOutside } from '../../../faults/isOutside';
import { characteristic, during } from '../../../faults/place';
import { lines, toldLine } from '../../../faults/toldPlace';
import { truthOf } from '../../../faults/truthOf';

const MATERIAL = 'active_c';
/** In standard deviations. */
const THINNER = -2;
const LIGHTER = -1;
/** A batch is mixed for three hours and used up after what is ready; a lot is enough for three. */
const LASTS_MS = 24 * 3_600_000;

/** Follows the lot, not the clock: begins with the first batch mixed of it, ends with the last cell made of it. */
export const newCathodeLot: FaultKind = {
  id: 'new-cathode-lot',
  title: 'A lot of cathode material makes thinner slurry and lighter coats',
  lastsMs: LASTS_MS,
  takes: lines,
  start(settings) {
    const { plant } = settings;
    const line = toldLine(settings);
    const moved = [
      { of: characteristic(plant, 'slurry_viscosity_c'), by: THINNER },
      { of: characteristic(plant, 'areal_weight_c'), by: LIGHTER },
    ];
    const concerned = new Concerned();
    let opened = false;
    let lot: { id: string; key: number } | undefined;
    return {
      id: this.id,
      beforeLoad({ station, line: at, endMs }, supplies) {
        if (!opened && at === line && station.id === 'mixing' && during(settings, endMs)) {
          opened = true;
          supplies.change(line, MATERIAL);
        }
      },
      make({ station, line: at, subject, lots: { [MATERIAL]: id }, endMs }) {
        const key = subject.groups[MATERIAL];
        if (at !== line || !opened || key === undefined) {
          return;
        }
        if (id !== undefined) {
          lot ??= { id, key };
        }
        const here = moved.filter(({ of }) => of.station === station.id);
        if (key !== lot?.key || here.length === 0) {
          return;
        }
        concerned.addPart(
          subject.id,
          endMs,
          here.some(({ of }) => isOutside(of, subject))
        );
        for (const { of, by } of here) {
          subject.z[of.index] = (subject.z[of.index] as number) + by;
        }
      },
      launch(cell, at) {
        if (lot && cell.groups[MATERIAL] === lot.key) {
          concerned.add(cell.id, at);
        }
      },
      judged: (visit) =>
        concerned.judged(
          visit,
          moved.map(({ of }) => of.id)
        ),
      truth: () =>
        truthOf(
          newCathodeLot,
          settings,
          {
            line: line.id,
            station: 'coating',
            equipment: [],
            lot: lot?.id,
            characteristics: ['areal_weight_c', 'slurry_viscosity_c'],
            what: 'level',
          },
          concerned,
          { parts: concerned.parts }
        ),
    };
  },
};
