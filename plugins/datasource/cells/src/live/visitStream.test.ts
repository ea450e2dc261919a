import {
  FieldType,
  LiveChannelConnectionState,
  LiveChannelEventType,
  type DataFrameJSON,
  type LiveChannelEvent,
} from '@grafana/data';
import { of } from 'rxjs';
import { frames, Reconnected } from './visitStream';

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

/** What comes out of these events: frames as cells, then how it ended. */
function seen(...events: Event[]): unknown[] {
  const out: unknown[] = [];
  frames(of(...events)).subscribe({
    next: (frame) => out.push(frame.fields[0]?.values[0]),
    error: (error: Error) => out.push(error instanceof Reconnected ? 'reconnected' : error.message),
  });
  return out;
}

describe('a channel', () => {
  it('gives the frames of its messages', () => {
    expect(seen(status(Connecting), status(Connected), message, message)).toEqual(['c1', 'c1']);
  });

  it('that was lost and came back asks for a new answer', () => {
    expect(
      seen(status(Connected), message, status(Disconnected), status(Connecting), status(Connected), message)
    ).toEqual(['c1', 'reconnected']);
  });

  it('that is refused says why', () => {
    expect(seen(status(LiveChannelConnectionState.Invalid, 'not found'))).toEqual(['not found']);
  });
});
