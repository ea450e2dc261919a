import {
  FieldType,
  LiveChannelConnectionState,
  LiveChannelEventType,
  type DataFrameJSON,
  type LiveChannelEvent,
} from '@grafana/data';
import { of, Subject, type Observable } from 'rxjs';
import { hear, Reconnected } from './visitStream';

type Event = LiveChannelEvent<DataFrameJSON>;
const status = (state: LiveChannelConnectionState, error?: string): Event => ({
  type: LiveChannelEventType.Status,
  id: 'ds/x/visits/v1/y',
  timestamp: 0,
  state,
  error,
});
const { Connected, Disconnected, Connecting } = LiveChannelConnectionState;
const message: Event = {
  type: LiveChannelEventType.Message,
  message: {
    schema: { name: 'visits', fields: [{ name: 'cell_id', type: FieldType.string }] },
    data: { values: [['c1']] },
  },
};

const pulse = (epoch: string, trouble: string | null = null): Event => ({
  type: LiveChannelEventType.Message,
  message: {
    schema: {
      name: 'pulse',
      fields: [
        { name: 'epoch', type: FieldType.string },
        { name: 'trouble', type: FieldType.string },
        { name: 'every_ms', type: FieldType.number },
      ],
    },
    data: { values: [[epoch], [trouble], [1000]] },
  },
});

/** What comes out of these events: cells, troubles and wells, then how it ended. */
function heardOf(events: Observable<Event>): string[] {
  const out: string[] = [];
  hear(events).subscribe({
    next: (one) => out.push('visits' in one ? String(one.visits.fields[0]?.values[0]) : (one.trouble ?? 'well')),
    error: (error: Error) => out.push(error instanceof Reconnected ? 'reconnected' : error.message),
  });
  return out;
}
const heard = (...events: Event[]) => heardOf(of(...events));

describe('a channel', () => {
  it('gives the frames of its messages', () => {
    expect(heard(status(Connecting), status(Connected), message, message)).toEqual(['c1', 'c1']);
  });

  it('that was lost and came back asks for a new answer', () => {
    expect(
      heard(status(Connected), message, status(Disconnected), status(Connecting), status(Connected), message)
    ).toEqual(['c1', 'the connection to the server is lost', 'the connection to the server is lost', 'reconnected']);
  });

  it('that is refused says why', () => {
    expect(heard(status(LiveChannelConnectionState.Invalid, 'not found'))).toEqual(['not found']);
  });

  it('says by its pulse that it lives, and why nothing is seen', () => {
    expect(heard(pulse('a'), message, pulse('a', 'no database'), pulse('a'))).toEqual([
      'well',
      'c1',
      'no database',
      'well',
    ]);
  });

  it('of another epoch has missed something, and is asked for again when it can answer', () => {
    expect(heard(pulse('a'), pulse('b', 'no database'), pulse('b'), message)).toEqual([
      'well',
      'no database',
      'reconnected',
    ]);
  });

  it('whose backend has forgotten the query is asked for again', () => {
    expect(heard(pulse('', 'carries no query'))).toEqual(['reconnected']);
  });

  it('that is silent for three pulses is told, and asked for again when it speaks', () => {
    jest.useFakeTimers();
    const events = new Subject<Event>();
    const out = heardOf(events);
    events.next(pulse('a'));
    jest.advanceTimersByTime(2_999);
    expect(out).toEqual(['well']);
    jest.advanceTimersByTime(1);
    expect(out).toEqual(['well', 'nothing was heard of the data source for 3 s']);
    events.next(pulse('a'));
    expect(out.at(-1)).toBe('reconnected');
    jest.useRealTimers();
  });
});
