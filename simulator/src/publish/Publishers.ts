import { brokerLogin } from 'cellthread-cli';
import { type Plant } from '../plant/Plant';
import { actionTopics, commandTopic } from '../told/understood';
import { type Message } from '../world/Message';
import { Publisher } from './Publisher';

/** Who says what at the broker, and how many of its messages may be in flight. */
const SPEAKERS = { station: 450, mes: 50 };

type Speaker = keyof typeof SPEAKERS;

/** The plant's voices at the broker, each with its own login: stations report, the MES writes events. */
export class Publishers {
  private constructor(private readonly of: Record<Speaker, Publisher>) {}

  /**
   * Connects all of them.
   * @param secrets folder of the passwords; none for a broker without users
   * @throws Error with a sentence when the broker cannot be reached or refuses
   */
  static async connect(url: string, secrets: string | undefined): Promise<Publishers> {
    const connect = (speaker: Speaker) => Publisher.connect(url, brokerLogin(speaker, secrets), SPEAKERS[speaker]);
    const station = await connect('station');
    try {
      return new Publishers({ station, mes: await connect('mes') });
    } catch (error) {
      await station.close();
      throw error;
    }
  }

  /** Hands a message over; resolves at once while there is room, else when there is again. */
  publish(message: Message): Promise<void> {
    const isEvent = message.topic.includes('/_event/') && !message.topic.endsWith('/command-ack');
    return this.of[isEvent ? 'mes' : 'station'].publish(message);
  }

  /**
   * Hears what a site's machines are told: stations their commands, the MES what was done to machines.
   * @throws Error when the broker refuses
   */
  async listen(
    { enterprise, site }: Pick<Plant, 'enterprise' | 'site'>,
    hear: (topic: string, payload: string) => void
  ): Promise<void> {
    const below = (rest: string): string => `umh/v1/${enterprise}/${site}/+/+/+/${rest}`;
    await this.of.station.listen([below(commandTopic)], hear);
    await this.of.mes.listen(actionTopics.map(below), hear);
  }

  /** Moment up to which everything was acknowledged; `last` when nothing is in flight. */
  settled(last: number): number {
    return Math.min(...this.all.map((publisher) => publisher.settled(last)));
  }

  /** Waits until everything is acknowledged; false if something is left. */
  async drain(): Promise<boolean> {
    return (await Promise.all(this.all.map((publisher) => publisher.drain()))).every(Boolean);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((publisher) => publisher.close()));
  }

  get published(): number {
    return this.sum(({ published }) => published);
  }

  get results(): number {
    return this.sum(({ results }) => results);
  }

  get inFlight(): number {
    return this.sum(({ inFlight }) => inFlight);
  }

  /** At least as many as were in flight at once. */
  get peak(): number {
    return this.sum(({ peak }) => peak);
  }

  private get all(): Publisher[] {
    return Object.values(this.of);
  }

  private sum(figure: (publisher: Publisher) => number): number {
    return this.all.reduce((sum, publisher) => sum + figure(publisher), 0);
  }
}
