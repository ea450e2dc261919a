import { type FaultKind } from '../../../faults/FaultKind';
import { during, machine } from '../../../faults/place';
import { truthOf } from '../../../faults/truthOf';

const OPEN_MS = 3 * 60_000;

/** The dry room's door stands open for three minutes: the dew point rises, stays inside, and falls again. */
export const doorOpened: FaultKind = {
  id: 'door-opened',
  title: 'The dry room door is open for three minutes',
  silent: true,
  start(settings) {
    const { plant, fromMs } = settings;
    const own = { ...settings, toMs: fromMs + OPEN_MS };
    const { zone, usl } = [...plant.environment].map(([key, { specs }]) => ({
      zone: key.split(' ')[0] ?? '',
      usl: specs.values().next().value?.usl ?? 0,
    }))[0] ?? { zone: '', usl: 0 };
    return {
      id: this.id,
      sense(at, quantity, value, t) {
        const inside = at === zone && quantity === 'dew_point' && during(own, t);
        return inside ? Math.max(value, Math.min(value + 3, usl - 0.5)) : value;
      },
      truth: () =>
        truthOf(
          doorOpened,
          own,
          { line: '*', station: 'filling', equipment: [], characteristics: ['dryroom_dewpoint'] },
          []
        ),
    };
  },
};

/** A lot ends just when the shift does: two things at once, neither of them wrong. */
export const lotChangeAtShiftChange: FaultKind = {
  id: 'lot-change-at-shift-change',
  title: 'A new electrolyte lot starts with the new shift',
  silent: true,
  start(settings) {
    const { plant, fromMs } = settings;
    const { line, equipment } = machine(plant, 'filling', 0);
    const shift = plant.calendar.shiftAt(fromMs).number;
    const cells: string[] = [];
    let changed = false;
    return {
      id: this.id,
      beforeLoad({ station, line: at, endMs }, supplies) {
        const due = endMs >= fromMs && plant.calendar.shiftAt(endMs).number > shift;
        if (!changed && due && station.id === 'filling' && at === line) {
          changed = true;
          supplies.change(line, 'electrolyte');
        }
      },
      make({ station, line: at, subject }) {
        if (changed && station.id === 'filling' && at === line && cells.length < 1250) {
          cells.push(subject.id);
        }
      },
      truth: () =>
        truthOf(
          lotChangeAtShiftChange,
          settings,
          { line: line.id, station: 'filling', equipment: [equipment.id], characteristics: ['fill_mass'] },
          cells
        ),
    };
  },
};
