import type { PluginClient } from '../plugin/PluginClient';
import type { PluginContext } from '../plugin/messages';
import type { Log } from '../log';
import { LiveChannel } from './LiveChannel';

/** Receives one JSON frame (text) of a channel. */
export type Listener = (frame: Buffer) => void;

/** What a stream needs of its host: a client that follows restarts, and the settings of the datasource as they are now. */
export interface StreamSource {
  client: () => Promise<PluginClient>;
  contextOf: (uid: string) => PluginContext;
  log: Log;
}

/** The datasource streams somebody listens to: one RunStream a channel, however many listen. */
export class LiveHub {
  private readonly channels = new Map<string, LiveChannel>();

  constructor(
    private readonly source: StreamSource,
    private readonly graceMs = 5000
  ) {}

  /** How many streams the plugin runs for this host. */
  get running(): number {
    return this.channels.size;
  }

  /**
   * Asks the plugin whether `path` of datasource `uid` may be listened to, and listens. `first` is what the plugin gives
   * a new listener at once (empty if nothing). Throws with the plugin's refusal.
   */
  async subscribe(uid: string, path: string, listener: Listener): Promise<{ first: Buffer; leave: () => void }> {
    const client = await this.source.client();
    const request = { pluginContext: this.source.contextOf(uid), path, data: Buffer.alloc(0), headers: {} };
    const { status, data } = await client.subscribeStream(request);
    if (status !== 'OK') {
      throw new Error(status === 'NOT_FOUND' ? 'channel not found' : 'permission denied');
    }
    const key = `${uid}/${path}`;
    const channel =
      this.channels.get(key) ?? new LiveChannel(this.source, uid, path, this.graceMs, () => this.channels.delete(key));
    this.channels.set(key, channel);
    return { first: data, leave: channel.join(listener) };
  }

  /** Runs the streams of a datasource anew, after its settings changed. */
  restart(uid: string): void {
    for (const channel of this.channels.values()) {
      if (channel.uid === uid) {
        channel.restart();
      }
    }
  }

  stop(): void {
    for (const channel of this.channels.values()) {
      channel.stop();
    }
  }
}
