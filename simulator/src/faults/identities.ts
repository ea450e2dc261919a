import { Random } from '../core/Random';
import { type Message } from '../world/Message';
import { Concerned } from './Concerned';
import { type FaultKind } from './FaultKind';
import { during } from './place';
import { stations, toldStation } from './toldPlace';
import { truthOf } from './truthOf';

/** Share of records, and how late the late ones are. */
const SHARE = 0.03;
const LATE_MS = { least: 60_000, most: 25 * 60_000 };

const idKey = ({ payload }: Message) => (payload.cell_id !== undefined ? 'cell_id' : 'item_id');

/** What leaves in place of a record; undefined: this one cannot be spoiled. `before` is the ID read just before it. */
type Spoil = (message: Message, before: string | undefined, random: Random) => Message | undefined;

function identityTrouble(id: string, title: string, spoil: Spoil): FaultKind {
  const kind: FaultKind = {
    id,
    title,
    takes: stations,
    mendedBy: 'plan',
    start(settings) {
      const station = toldStation(settings);
      const random = Random.named(settings.seed, `fault ${id} ${station.id}`);
      const concerned = new Concerned();
      let before: string | undefined;
      return {
        id,
        deliver(message, { station: at, subject, endMs, runType }) {
          if (at.id !== station.id || runType === 'master' || !during(settings, endMs)) {
            return [message];
          }
          const spoiled = random.chance(SHARE) ? spoil(message, before, random) : undefined;
          before = subject.id;
          if (!spoiled) {
            return [message];
          }
          concerned.add(subject.id, endMs);
          return [spoiled];
        },
        truth: () =>
          truthOf(
            kind,
            settings,
            { line: '*', station: station.id, equipment: [], characteristics: [], what: 'record' },
            concerned
          ),
      };
    },
  };
  return kind;
}

export const duplicate = identityTrouble(
  'duplicate',
  'The code reader of one station reads the item before once more',
  (message, before) =>
    before === undefined || before === message.payload[idKey(message)]
      ? undefined
      : { ...message, payload: { ...message.payload, [idKey(message)]: before } }
);

export const missing = identityTrouble('missing', 'The code reader of one station reads nothing', (message) => {
  const { [idKey(message)]: _unread, ...payload } = message.payload;
  return { ...message, payload };
});

export const late = identityTrouble(
  'late',
  'Records of one station come up to 25 minutes late',
  (message, _, random) => ({
    ...message,
    timeMs: message.timeMs + LATE_MS.least + Math.round(random.uniform() * (LATE_MS.most - LATE_MS.least)),
  })
);
