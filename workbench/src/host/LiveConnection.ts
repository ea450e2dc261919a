import type { DataFrameJSON } from '@grafana/data';
import { BehaviorSubject, type Observable } from 'rxjs';

/** One who listens to a channel. `onError`: the plugin refused the channel. */
export interface LiveListener {
  onOpen?: () => void;
  onFrame: (frame: DataFrameJSON) => void;
  onError: (message: string) => void;
}

/** The page's event stream (`/api/live/events`): opened with the first listener, resubscribed after every reconnect. */
export class LiveConnection {
  private readonly listeners = new Map<string, Set<LiveListener>>();
  private readonly state = new BehaviorSubject(false);
  private source: EventSource | undefined;
  private page: string | undefined;

  get connected(): Observable<boolean> {
    return this.state;
  }

  /** Listens to `ds/<uid>/<path>`; the result stops it. */
  listen(channel: string, listener: LiveListener): () => void {
    const known = this.listeners.get(channel);
    if (known) {
      known.add(listener);
    } else {
      this.listeners.set(channel, new Set([listener]));
    }
    this.open();
    void this.subscribe(channel, listener);
    return () => this.leave(channel, listener);
  }

  private open(): void {
    if (this.source) {
      return;
    }
    const source = new EventSource('/api/live/events');
    this.source = source;
    source.addEventListener('page', ({ data }) => {
      this.page = JSON.parse(data);
      this.state.next(true);
      for (const [channel, listeners] of this.listeners) {
        listeners.forEach((listener) => void this.subscribe(channel, listener));
      }
    });
    source.addEventListener('message', ({ data }) => {
      const { channel, frame } = JSON.parse(data) as { channel: string; frame: DataFrameJSON };
      this.listeners.get(channel)?.forEach(({ onFrame }) => onFrame(frame));
    });
    source.addEventListener('error', () => {
      this.page = undefined;
      this.state.next(false);
    });
  }

  /** The server joins a page to a channel once; asking again gives the newcomer its first frame. */
  private async subscribe(channel: string, listener: LiveListener): Promise<void> {
    const page = this.page;
    if (!page) {
      return;
    }
    const answer = await post('/api/live/subscribe', { page, channel });
    if (answer.error !== undefined) {
      listener.onError(answer.error);
      return;
    }
    listener.onOpen?.();
    if (answer.first) {
      listener.onFrame(answer.first);
    }
  }

  private leave(channel: string, listener: LiveListener): void {
    const listeners = this.listeners.get(channel);
    listeners?.delete(listener);
    if (listeners && !listeners.size) {
      this.listeners.delete(channel);
      if (this.page) {
        void post('/api/live/unsubscribe', { page: this.page, channel });
      }
    }
    if (!this.listeners.size) {
      this.source?.close();
      this.source = undefined;
      this.page = undefined;
      this.state.next(false);
    }
  }
}

async function post(url: string, body: unknown): Promise<{ first?: DataFrameJSON | null; error?: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    return response.ok ? answer : { error: answer.message ?? response.statusText };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
