import { Concerned } from '../Concerned';
import { type FaultKind } from '../FaultKind';
import { during } from '../place';
import { anyMachine, toldAnyMachine } from '../toldPlace';
import { truthOf } from '../truthOf';
import { measuredOn } from './measuredOn';

export const gaugeReplaced: FaultKind = {
  id: 'gauge-replaced',
  title: 'The gauges of a machine are replaced by others of the same calibration',
  silent: true,
  takes: anyMachine,
  start(settings) {
    const { line, equipment } = toldAnyMachine(settings);
    const concerned = new Concerned();
    let told = false;
    return {
      id: this.id,
      deliver(message, { equipment: at, endMs, subject }) {
        if (at !== equipment || !during(settings, endMs)) {
          return [message];
        }
        concerned.add(subject.id, endMs);
        if (told) {
          return [message];
        }
        told = true;
        const place = message.topic.slice(0, message.topic.indexOf('/_cellresult/'));
        const event = {
          topic: `${place}/_event/calibration`,
          timeMs: message.timeMs,
          payload: {
            timestamp_ms: endMs - 1,
            event_id: `calibration-${equipment.key.toString(16)}-${endMs}`,
            station: equipment.station,
            equipment: equipment.id,
            author: 'mes',
            source: 'mes',
            text: 'gauges replaced, calibrated as those before',
            target_type: 'equipment',
            target_id: equipment.id,
          },
        };
        return [event, message];
      },
      truth: () =>
        truthOf(
          gaugeReplaced,
          settings,
          {
            line: line.id,
            station: equipment.station,
            equipment: [equipment.id],
            characteristics: measuredOn(line, equipment.station),
            what: 'level',
          },
          concerned
        ),
    };
  },
};
