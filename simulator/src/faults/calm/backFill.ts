import { HOUR } from '@cellthread/calendar';
import { Concerned } from '../Concerned';
import { type FaultKind } from '../FaultKind';
import { during } from '../place';
import { anyMachine, toldAnyMachine } from '../toldPlace';
import { truthOf } from '../truthOf';
import { measuredOn } from './measuredOn';

/** How long a machine keeps its results, and how many times as fast as they came they leave then. */
const KEPT_MS = 2.5 * HOUR;
const FASTER = 60;

export const backFill: FaultKind = {
  id: 'back-fill',
  title: 'A machine is cut off for two and a half hours, then tells all of it in order',
  silent: true,
  takes: anyMachine,
  start(settings) {
    const { fromMs } = settings;
    const own = { ...settings, toMs: Math.min(settings.toMs, fromMs + KEPT_MS) };
    const { line, equipment } = toldAnyMachine(settings);
    const concerned = new Concerned();
    return {
      id: this.id,
      deliver(message, visit) {
        if (visit.equipment !== equipment || !during(own, message.timeMs)) {
          return [message];
        }
        concerned.add(visit.subject.id, visit.endMs);
        return [{ ...message, timeMs: Math.round(own.toMs + (message.timeMs - fromMs) / FASTER) }];
      },
      truth: () =>
        truthOf(
          backFill,
          own,
          {
            line: line.id,
            station: equipment.station,
            equipment: [equipment.id],
            characteristics: measuredOn(line, equipment.station),
            what: 'record',
          },
          concerned
        ),
    };
  },
};
