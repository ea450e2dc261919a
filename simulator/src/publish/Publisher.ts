import { type BrokerLogin } from 'cellthread-cli';
import { connect, type MqttClient } from 'mqtt';
import { type Message } from '../world/Message';

/** Sends messages at QoS 1 with a bounded number in flight. */
export class Publisher {
  published = 0;
  /** How many of them were results of stations. */
  results = 0;
  /** Most messages that were in flight at once. */
  peak = 0;
  private readonly flight = new Map<number, number>();
  private next = 0;
  private waiting: Array<() => void> = [];
  /** Of a message that the broker refused, until somebody was told. */
  private refusal: Error | undefined;

  private constructor(
    private readonly client: MqttClient,
    private readonly limit: number
  ) {
    // Without a listener an error of the connection would end the process; the client connects again by itself.
    client.on('error', () => undefined);
  }

  /**
   * Connects, waiting at most `timeoutMs` for the broker. Later interruptions are bridged: what was not acknowledged
   * is sent again.
   * @throws Error with a sentence when the broker cannot be reached
   */
  static async connect(url: string, login: BrokerLogin, limit: number, timeoutMs = 10_000): Promise<Publisher> {
    const client = connect(url, { ...login, reconnectPeriod: 1000, connectTimeout: timeoutMs, queueQoSZero: false });
    await new Promise<void>((resolve, reject) => {
      const fail = (reason: string): void => {
        clearTimeout(timer);
        client.end(true);
        reject(new Error(`The broker at ${url} cannot be reached (${reason}): start it or give another --broker.`));
      };
      const timer = setTimeout(() => fail(`no answer within ${timeoutMs / 1000} s`), timeoutMs);
      client.once('connect', () => {
        clearTimeout(timer);
        resolve();
      });
      client.once('error', (error) => fail(error.message || String((error as NodeJS.ErrnoException).code)));
    });
    client.removeAllListeners('error');
    return new Publisher(client, limit);
  }

  /** Moment up to which everything was acknowledged; `last` when nothing is in flight. */
  settled(last: number): number {
    const oldest = this.flight.values().next();
    return oldest.done ? last : Math.min(last, oldest.value - 1);
  }

  get inFlight(): number {
    return this.flight.size;
  }

  /** Hands a message over; resolves at once while there is room, else when there is again. */
  async publish(message: Message): Promise<void> {
    while (this.flight.size >= this.limit) {
      await this.change();
    }
    const id = this.next++;
    this.flight.set(id, message.timeMs);
    this.peak = Math.max(this.peak, this.flight.size);
    this.client.publish(message.topic, JSON.stringify(message.payload), { qos: 1 }, (error) => {
      this.flight.delete(id);
      if (error) {
        this.refusal = error;
      } else {
        this.published += 1;
        this.results += message.topic.includes('/_cellresult/') ? 1 : 0;
      }
      this.wake();
    });
  }

  /**
   * Hears what others say at these topics, also after an interruption; what they said meanwhile is not heard.
   * @throws Error when the broker refuses
   */
  async listen(topics: string[], hear: (topic: string, payload: string) => void): Promise<void> {
    this.client.on('message', (topic, payload) => hear(topic, payload.toString()));
    await this.client.subscribeAsync(topics, { qos: 1 });
  }

  /** Waits until everything is acknowledged, at most `timeoutMs`; false if something is left. */
  async drain(timeoutMs = 10_000): Promise<boolean> {
    const until = Date.now() + timeoutMs;
    while (this.flight.size > 0 && Date.now() < until) {
      await Promise.race([this.change(), new Promise((resolve) => setTimeout(resolve, 200))]);
    }
    return this.flight.size === 0;
  }

  async close(): Promise<void> {
    await this.client.endAsync(this.flight.size > 0);
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((resolve) => resolve());
  }

  private async change(): Promise<void> {
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    const { refusal } = this;
    this.refusal = undefined;
    if (refusal) {
      throw new Error(`The broker refused a message: ${refusal.message}`, { cause: refusal });
    }
  }
}
