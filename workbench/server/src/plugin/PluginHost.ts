import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log';
import { PluginClient } from './PluginClient';
import { spawnPlugin, type PluginProcess } from './spawnPlugin';

const RESTART_DELAY_MS = 1000;
const STOP_MS = 3000;

/** Keeps one plugin binary running: starts it, restarts it a second after it died, ends it in order. */
export class PluginHost {
  private running: { process: PluginProcess; client: PluginClient } | undefined;
  private starting: Promise<void>;
  private stopping = new AbortController();
  /** How often the plugin was started again after it had ended by itself. */
  restarts = 0;

  private constructor(
    private readonly binary: string,
    private readonly grafanaVersion: string,
    private readonly log: Log
  ) {
    this.starting = this.launch();
  }

  /** Resolves when the plugin answers; throws when its first start fails. */
  static async start(binary: string, grafanaVersion: string, log: Log): Promise<PluginHost> {
    const host = new PluginHost(binary, grafanaVersion, log);
    await host.starting;
    return host;
  }

  /** The client of the running process; while the plugin is restarted, of the next one. */
  async client(): Promise<PluginClient> {
    await this.starting;
    if (!this.running) {
      throw new Error('the datasource plugin is stopped');
    }
    return this.running.client;
  }

  get pid(): number | undefined {
    return this.running?.process.pid;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.starting.catch(() => undefined);
    const current = this.running;
    if (!current) {
      return;
    }
    await current.client.shutdown(STOP_MS);
    const timer = setTimeout(current.process.kill, STOP_MS);
    await current.process.exited;
    clearTimeout(timer);
    current.client.close();
    this.running = undefined;
  }

  private async launch(): Promise<void> {
    const process = await spawnPlugin(this.binary, this.grafanaVersion, this.log);
    const current = { process, client: new PluginClient(process.target, this.log) };
    this.running = current;
    this.log('info', 'datasource plugin started', { pid: process.pid });
    void process.exited.then((how) => {
      if (!this.stopping.signal.aborted) {
        this.log('error', `datasource plugin ended (${how}); starting it again`);
        current.client.close();
        this.running = undefined;
        this.starting = this.relaunch();
      }
    });
  }

  private async relaunch(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await sleep(RESTART_DELAY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) {
        return;
      }
      this.restarts++;
      try {
        return await this.launch();
      } catch (error) {
        this.log('error', (error as Error).message);
      }
    }
  }
}
