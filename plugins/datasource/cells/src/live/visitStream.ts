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
import { EMPTY, mergeMap, Observable, of, tap, throwError } from 'rxjs';
import { readPulse, type Pulse } from './pulse';

/** Something may have been missed: what was stored meanwhile has to be asked for. */
export class Reconnected extends Error {
  constructor() {
    super('the connection was lost for a while');
  }
}

/** What a channel gives: new visits, or how it stands (without trouble all is well). */
export type Heard = { visits: DataFrame } | { trouble: string | undefined };

/** After how many pulses' time nothing is heard any more, and how often a pulse comes until one says so. */
const PATIENCE = 3;
const PULSE_MS = 5_000;

/** What is heard of a live channel of a datasource; fails with `Reconnected` after a gap. */
export function visitStream(uid: string, path: string): Observable<Heard> {
  const address = parseLiveChannelAddress(`ds/${uid}/${path}`);
  if (!address) {
    return throwError(() => new Error(`the channel ${path} is not one that Grafana takes`));
  }
  return hear(getGrafanaLiveSrv().getStream<DataFrameJSON>(address));
}

/** What is heard among a channel's events: pulses tell that a channel without visits lives, silence that it does not. */
export function hear(events: Observable<LiveChannelEvent<DataFrameJSON>>): Observable<Heard> {
  return new Observable<Heard>((out) => {
    const channel = new Channel();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(silence);
      silence = setTimeout(() => out.next(channel.silent()), channel.everyMs * PATIENCE);
    };
    wait();
    out.add(() => clearTimeout(silence));
    out.add(
      events
        .pipe(
          mergeMap((event) => channel.take(event)),
          tap(wait)
        )
        .subscribe(out)
    );
  });
}

/** What is known of one channel. */
class Channel {
  everyMs = PULSE_MS;
  private epoch: string | undefined;
  private connected = false;
  private missed = false;

  take(event: LiveChannelEvent<DataFrameJSON>): Observable<Heard> {
    if (isLiveChannelMessageEvent(event)) {
      const frame = dataFrameFromJSON(event.message);
      const pulse = readPulse(frame);
      return pulse ? this.feel(pulse) : of({ visits: frame });
    }
    return isLiveChannelStatusEvent(event) ? this.status(event.state, event.error) : EMPTY;
  }

  silent(): Heard {
    this.missed = true;
    return { trouble: `nothing was heard of the data source for ${(this.everyMs * PATIENCE) / 1000} s` };
  }

  private feel({ epoch, trouble, everyMs }: Pulse): Observable<Heard> {
    this.everyMs = everyMs;
    this.missed ||= !epoch || (this.epoch !== undefined && epoch !== this.epoch);
    this.epoch = epoch;
    return this.missed && !(epoch && trouble) ? throwError(() => new Reconnected()) : of({ trouble });
  }

  private status(state: LiveChannelConnectionState, error: unknown): Observable<Heard> {
    if (error) {
      return throwError(() => new Error(String((error as Error).message ?? error)));
    }
    const open = state === LiveChannelConnectionState.Connected;
    if (open && this.missed) {
      return throwError(() => new Reconnected());
    }
    const lost = this.connected && !open;
    this.missed ||= lost;
    this.connected ||= open;
    return lost ? of({ trouble: 'the connection to the server is lost' }) : EMPTY;
  }
}
