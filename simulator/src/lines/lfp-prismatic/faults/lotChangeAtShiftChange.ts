import { Concerned } from '../../../faults/Concerned';
import { type FaultKind } from '../../../faults/FaultKind';
import { lines, toldLine } from '../../../faults/toldPlace';
import { truthOf } from '../../../faults/truthOf';

const MATERIAL = 'electrolyte';

/** Two things at once, neither of them wrong. */
export const lotChangeAtShiftChange: FaultKind = {
  id: 'lot-change-at-shift-change',
  title: 'A new electrolyte lot starts with the new shift',
  silent: true,
  takes: lines,
  start(settings) {
    const { plant, fromMs } = settings;
    const line = toldLine(settings);
    const shift = plant.calendar.shiftAt(fromMs).number;
    const concerned = new Concerned();
    let changed = false;
    let lot: string | undefined;
    return {
      id: this.id,
      beforeLoad({ station, line: at, endMs }, supplies) {
        const due = endMs >= fromMs && plant.calendar.shiftAt(endMs).number > shift;
        if (!changed && due && station.id === 'filling' && at === line) {
          changed = true;
          supplies.change(line, MATERIAL);
        }
      },
      make({ station, line: at, subject, lots, endMs }) {
        if (changed && station.id === 'filling' && at === line) {
          lot ??= lots[MATERIAL];
          if (lots[MATERIAL] === lot) {
            concerned.add(subject.id, endMs);
          }
        }
      },
      truth: () =>
        truthOf(
          lotChangeAtShiftChange,
          settings,
          { line: line.id, station: 'filling', equipment: [], lot, characteristics: ['fill_mass'], what: 'level' },
          concerned
        ),
    };
  },
};
