import { breakingEvents, dispositions, requestEvents } from '@cellthread/vocabulary';
import { type Request, type Told, type TopicPlace } from './Told';

/** Below a line's equipment: what people decided about items, and what they did to machines. */
export const commandTopic = '_command/#';
export const actionTopics = breakingEvents.map((kind) => `_event/${kind}`);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const isOf = <T extends string>(words: readonly T[], word: unknown): word is T =>
  (words as readonly unknown[]).includes(word);

function fieldsOf(payload: string): Record<string, unknown> | undefined {
  try {
    const fields: unknown = JSON.parse(payload);
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A message of the broker as what it tells the line; undefined: nothing that a line would do something about. */
export function understood(topic: string, payload: string): Told | undefined {
  const [, , , , area = '', line = '', equipment = '', contract, name = ''] = topic.split('/');
  const fields = fieldsOf(payload);
  if (!fields) {
    return undefined;
  }
  const place = { area, line, equipment };
  if (contract === '_command' && isOf(requestEvents, name)) {
    return request(place, name, fields);
  }
  return contract === '_command' && name === 'disposition' ? command(place, fields) : action(place, name, fields);
}

/** What says neither its id nor until when it may be done nobody does. */
function request(place: TopicPlace, kind: Request['kind'], fields: Record<string, unknown>): Told | undefined {
  const id = text(fields.command_id);
  const { expires_ms, amount } = fields;
  return id !== undefined && typeof expires_ms === 'number'
    ? {
        what: 'request',
        place,
        id,
        kind,
        expiresMs: expires_ms,
        late: false,
        position: text(fields.position),
        characteristic: text(fields.characteristic),
        amount: typeof amount === 'number' ? amount : undefined,
      }
    : undefined;
}

function command(place: TopicPlace, fields: Record<string, unknown>): Told | undefined {
  const [id, type, target] = [fields.command_id, fields.target_type, fields.target_id].map(text);
  const { number, state } = fields;
  const whole = id !== undefined && type !== undefined && target !== undefined;
  return whole && typeof number === 'number' && isOf(dispositions, state)
    ? {
        what: 'command',
        place,
        id,
        number,
        state,
        target: { type, id: target },
        station: text(fields.station),
        characteristic: text(fields.characteristic),
      }
    : undefined;
}

/** What refers to no action of the plan, as what control systems write by themselves, mends nothing. */
function action(place: TopicPlace, event: string, fields: Record<string, unknown>): Told | undefined {
  const reference = text(fields.reference);
  if (reference === undefined || !isOf(breakingEvents, event)) {
    return undefined;
  }
  const target = text(fields.target_id);
  const of = fields.target_type;
  return {
    what: 'action',
    place,
    id: text(fields.event_id),
    event,
    reference,
    station: text(fields.station) ?? (of === 'station' ? target : undefined),
    equipment:
      of === 'station' || of === 'line'
        ? undefined
        : (text(fields.equipment) ?? (of === 'equipment' ? target : undefined) ?? place.equipment),
    position: text(fields.position),
  };
}
