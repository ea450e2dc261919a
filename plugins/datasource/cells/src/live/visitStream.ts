import {
  dataFrameFromJSON,
  isLiveChannelMessageEvent,
  isLiveChannelStatusEvent,
  LiveChannelConnectionState,
  parseLiveChannelAddress,
  type DataFrame,
  type DataFrameJSON,
  type LiveChannelEvent,
} from '@grafana/data';
import { getGrafanaLiveSrv } from '@grafana/runtime';
import { concatMap, EMPTY, of, throwError, type Observable } from 'rxjs';

/** The connection was lost and came back: what was stored meanwhile has to be asked for. */
export class Reconnected extends Error {
  constructor() {
    super('the connection was lost for a while');
  }
}

/** The frames of a live channel of a datasource; fails with `Reconnected` after a gap. */
export function visitStream(uid: string, path: string): Observable<DataFrame> {
  const address = parseLiveChannelAddress(`ds/${uid}/${path}`);
  if (!address) {
    return throwError(() => new Error(`the channel ${path} is not one that Grafana takes`));
  }
  return frames(getGrafanaLiveSrv().getStream<DataFrameJSON>(address));
}

/** The frames among a channel's events. */
export function frames(events: Observable<LiveChannelEvent<DataFrameJSON>>): Observable<DataFrame> {
  let connected = false;
  let lost = false;
  return events.pipe(
    concatMap((event) => {
      if (isLiveChannelMessageEvent(event)) {
        return of(dataFrameFromJSON(event.message));
      }
      if (isLiveChannelStatusEvent(event)) {
        if (event.error) {
          return throwError(() => new Error(String((event.error as Error).message ?? event.error)));
        }
        const open = event.state === LiveChannelConnectionState.Connected;
        if (open && lost) {
          return throwError(() => new Reconnected());
        }
        lost = connected && !open;
        connected = connected || open;
      }
      return EMPTY;
    })
  );
}
