import { type FaultKind, type Places } from '../../../faults/FaultKind';
import { during } from '../../../faults/place';
import { told } from '../../../faults/toldPlace';
import { truthOf } from '../../../faults/truthOf';
import { Concerned } from '../../../faults/Concerned';

const OPEN_MS = 3 * 60_000;
/** How much damper the room becomes at most, and how far from its limit it stays. K. */
const RISE = 3;
const BELOW = 0.5;
const QUANTITY = 'dew_point';

const dryRooms: Places = {
  written: 'ZONE',
  among: ({ environment }) =>
    [...environment.keys()].flatMap((key) => (key.endsWith(` ${QUANTITY}`) ? key.slice(0, -QUANTITY.length - 1) : [])),
};

/** The dew point rises, stays inside its limit, and falls again. */
export const doorOpened: FaultKind = {
  id: 'door-opened',
  title: 'The dry room door is open for three minutes',
  silent: true,
  takes: dryRooms,
  start(settings) {
    const { plant, fromMs, place } = settings;
    const own = { ...settings, toMs: fromMs + OPEN_MS };
    const zone = told('dry room', place, dryRooms.among(plant));
    const characteristic = plant.environment.get(`${zone} ${QUANTITY}`);
    const usl = characteristic?.specs.values().next().value?.usl ?? Infinity;
    return {
      id: this.id,
      sense(at, quantity, value, t) {
        const inside = at === zone && quantity === QUANTITY && during(own, t);
        return inside ? Math.max(value, Math.min(value + RISE, usl - BELOW)) : value;
      },
      truth: () =>
        truthOf(
          doorOpened,
          own,
          {
            line: '*',
            station: characteristic?.station ?? '*',
            equipment: [],
            zone,
            characteristics: characteristic ? [characteristic.id] : [],
            what: 'level',
          },
          new Concerned()
        ),
    };
  },
};
