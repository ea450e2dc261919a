import {
  LiveChannelConnectionState,
  LiveChannelEventType,
  LoadingState,
  StreamingDataFrame,
  toLiveChannelId,
  type DataFrame,
  type DataFrameJSON,
  type DataQueryResponse,
  type LiveChannelAddress,
  type LiveChannelEvent,
} from '@grafana/data';
import type { GrafanaLiveSrv, LiveDataStreamOptions } from '@grafana/runtime';
import { Observable } from 'rxjs';
import { LiveConnection } from './LiveConnection';

const connection = new LiveConnection();

/** Panels notice new data by identity, and a streaming frame changes in place. */
function copyOf(frame: StreamingDataFrame, fields: string[] | undefined): DataFrame {
  const wanted = frame.fields.filter(({ name }) => !fields?.length || fields.includes(name));
  const copies = wanted.map((field) => ({ ...field, values: field.values.slice(), state: null }));
  return { name: frame.name, refId: frame.refId, meta: frame.meta, length: frame.length, fields: copies };
}

function dataStream({ addr, buffer, frame, filter, key }: LiveDataStreamOptions): Observable<DataQueryResponse> {
  const channel = toLiveChannelId(addr);
  return new Observable((subscriber) => {
    let rows = frame ? StreamingDataFrame.fromDataFrameJSON(frame, buffer) : undefined;
    const emit = () =>
      rows &&
      subscriber.next({ data: [copyOf(rows, filter?.fields)], state: LoadingState.Streaming, key: key ?? channel });
    emit();
    return connection.listen(channel, {
      onFrame: (json: DataFrameJSON) => {
        if (rows) {
          rows.push(json);
        } else if (json.schema) {
          rows = StreamingDataFrame.fromDataFrameJSON(json, buffer);
        }
        emit();
      },
      onError: (message) =>
        subscriber.next({ data: [], state: LoadingState.Error, key: key ?? channel, errors: [{ message }] }),
    });
  });
}

function stream<T>(address: LiveChannelAddress): Observable<LiveChannelEvent<T>> {
  const id = toLiveChannelId(address);
  return new Observable((subscriber) => {
    const status = (state: LiveChannelConnectionState, error?: string) =>
      subscriber.next({ type: LiveChannelEventType.Status, id, timestamp: Date.now(), state, error });
    status(LiveChannelConnectionState.Connecting);
    return connection.listen(id, {
      onOpen: () => status(LiveChannelConnectionState.Connected),
      onFrame: (json) => subscriber.next({ type: LiveChannelEventType.Message, message: json as T }),
      onError: (message) => status(LiveChannelConnectionState.Invalid, message),
    });
  });
}

/** Grafana Live for datasource channels, over the page's one event stream. */
export const liveSrv: GrafanaLiveSrv = {
  getConnectionState: () => connection.connected,
  getStream: stream,
  getDataStream: dataStream,
  getPresence: () => Promise.reject(new Error('the workbench does not know who else listens')),
  publish: () => Promise.reject(new Error('the workbench does not publish to live channels')),
};
