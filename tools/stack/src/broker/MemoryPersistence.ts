import { Readable } from 'node:stream';
import { type Client } from 'aedes';
import { type AedesPacket } from 'aedes-packet';
import AsyncPersistence from 'aedes-persistence/asyncPersistence.js';
import { QueuedPackets } from './QueuedPackets';

type Subscriber = { clientId: string };

/** The persistence of aedes in memory, which searches a list at every packet, with queues that need no search. */
export class MemoryPersistence extends AsyncPersistence {
  private readonly queues = new Map<string, QueuedPackets>();

  override async outgoingEnqueue({ clientId }: Subscriber, packet: AedesPacket): Promise<void> {
    this.queueOf(clientId).add(packet);
  }

  override async outgoingEnqueueCombi(subscribers: Subscriber[], packet: AedesPacket): Promise<void> {
    subscribers.forEach(({ clientId }) => this.queueOf(clientId).add(packet));
  }

  override async outgoingUpdate({ id }: Client, packet: AedesPacket): Promise<void> {
    if (!this.queueOf(id).update(packet)) {
      throw new Error('no such packet');
    }
  }

  override async outgoingClearMessageId({ id }: Client, packet: AedesPacket): Promise<AedesPacket> {
    // Of what is not there the broker awaits undefined, whatever the type says.
    return this.queueOf(id).take(Number(packet.messageId)) as AedesPacket;
  }

  override outgoingStream({ id }: Client): Readable {
    return Readable.from(this.queueOf(id).all());
  }

  private queueOf(id: string): QueuedPackets {
    let queue = this.queues.get(id);
    if (!queue) {
      queue = new QueuedPackets();
      this.queues.set(id, queue);
    }
    return queue;
  }
}
