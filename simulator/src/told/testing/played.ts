import { type Plant } from '../../plant/Plant';
import { type Message } from '../../world/Message';
import { world } from '../../world/world';
import { type WorldOptions } from '../../world/WorldOptions';
import { Ears } from '../Ears';
import { type Command, type Heard, type Told } from '../Told';

/** Tells the line something so many ms after the message. */
export type Tell = (told: Told, afterMs: number) => void;

/** The messages (at most so many) of a world up to a moment, where somebody listens to it and tells it what to do, and all that it heard. */
export function played(
  plant: Plant,
  options: WorldOptions,
  until: number,
  listen: (message: Message, tell: Tell) => void,
  before: readonly Heard[] = [],
  most = Infinity
): { messages: Message[]; heard: Heard[] } {
  const heard: Heard[] = [...before];
  const ears = new Ears(before);
  const messages: Message[] = [];
  for (const message of world(plant, 1, options, undefined, ears)) {
    if (message.timeMs > until || messages.length >= most) {
      break;
    }
    messages.push(message);
    listen(message, (told, afterMs) => heard.push(ears.tell(told, message.timeMs + afterMs)));
  }
  return { messages, heard };
}

/** A command about a cell, told at the machine that a message is of. */
export function command(
  { topic }: Message,
  id: string,
  number: number,
  state: Command['state'],
  more: Partial<Command> = {}
): Command {
  const [, , , , area = '', line = '', equipment = ''] = topic.split('/');
  return {
    what: 'command',
    place: { area, line, equipment },
    id: `command-${id}-${number}`,
    number,
    state,
    target: { type: 'cell', id },
    ...more,
  };
}
