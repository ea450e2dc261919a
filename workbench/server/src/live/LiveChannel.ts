import { setTimeout as sleep } from 'node:timers/promises';
import type { Listener, StreamSource } from './LiveHub';

const RETRY_MS = 1000;

/** One running stream of the plugin and those who listen to it. It ends `graceMs` after the last listener left. */
export class LiveChannel {
  private readonly listeners = new Set<Listener>();
  private readonly ended = new AbortController();
  private run = new AbortController();
  private grace: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: StreamSource,
    readonly uid: string,
    private readonly path: string,
    private readonly graceMs: number,
    private readonly onEnd: () => void
  ) {
    void this.keepRunning();
  }

  /** Adds a listener; the result removes it. */
  join(listener: Listener): () => void {
    clearTimeout(this.grace);
    this.listeners.add(listener);
    return () => {
      if (this.listeners.delete(listener) && !this.listeners.size) {
        this.grace = setTimeout(() => this.stop(), this.graceMs);
      }
    };
  }

  restart(): void {
    this.run.abort();
  }

  stop(): void {
    clearTimeout(this.grace);
    this.ended.abort();
    this.run.abort();
    this.onEnd();
  }

  /** A stream that the plugin ends, or that dies with the plugin, is run again while somebody listens. */
  private async keepRunning(): Promise<void> {
    while (!this.ended.signal.aborted) {
      this.run = new AbortController();
      try {
        await this.runOnce(this.run.signal);
      } catch (error) {
        if (!this.run.signal.aborted) {
          this.source.log('warn', `live stream ${this.uid}/${this.path}: ${(error as Error).message}`);
        }
      }
      await sleep(RETRY_MS, undefined, { signal: this.ended.signal }).catch(() => undefined);
    }
  }

  private async runOnce(signal: AbortSignal): Promise<void> {
    const client = await this.source.client();
    const request = {
      pluginContext: this.source.contextOf(this.uid),
      path: this.path,
      data: Buffer.alloc(0),
      headers: {},
    };
    for await (const packet of client.runStream(request, signal)) {
      for (const listener of this.listeners) {
        listener(packet.data);
      }
    }
  }
}
