import mqtt, { type MqttClient } from 'mqtt';
import type { Log } from '../../log';

/** How long the broker may take to acknowledge. */
const ACKNOWLEDGED_MS = 10_000;
const RECONNECT_MS = 1000;

export interface Broker {
  url: string;
  username: string;
  password: string;
}

/** Publishes to the broker over one connection that is made again when it is lost. */
export class Publisher {
  private readonly client: MqttClient;
  /** Why the broker does not answer; undefined while it does. */
  problem: string | undefined = 'it is not connected yet';

  constructor({ url, username, password }: Broker, log: Log) {
    this.client = mqtt.connect(url, {
      username,
      password,
      clientId: `cellthread-workbench-${Math.random().toString(16).slice(2)}`,
      reconnectPeriod: RECONNECT_MS,
      queueQoSZero: false,
    });
    this.client.on('connect', () => (this.problem = undefined));
    this.client.on('close', () => (this.problem ??= 'the connection was closed'));
    this.client.on('error', (error) => {
      log('warn', `the broker at ${url}: ${error.message}`);
      this.problem = error.message;
    });
  }

  /** Resolves when the broker has acknowledged; throws where it does not, so that it is told again later. */
  async publish(topic: string, payload: string, options: { qos: 0 | 1 | 2; retain: boolean }): Promise<void> {
    if (!this.client.connected) {
      throw new Error(`the broker does not answer: ${this.problem ?? 'it is not connected'}`);
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      const seconds = ACKNOWLEDGED_MS / 1000;
      timer = setTimeout(() => fail(new Error(`the broker did not acknowledge within ${seconds} s`)), ACKNOWLEDGED_MS);
    });
    try {
      await Promise.race([this.client.publishAsync(topic, payload, options), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async stop(): Promise<void> {
    await this.client.endAsync(true);
  }
}
