import { type AedesPacket } from 'aedes-packet';
import AsyncPersistence from 'aedes-persistence/asyncPersistence.js';

/** What names a packet before a client knows it by a message ID: the broker that took it, and its count there. */
const nameOf = ({ brokerId, brokerCounter }: AedesPacket) => `${brokerId}:${brokerCounter}`;

/** What waits for one client's acknowledgement, oldest first; each packet is found without a search. */
export class QueuedPackets {
  private readonly packets = new Map<string, AedesPacket>();
  private readonly names = new Map<number, string>();

  add(packet: AedesPacket): void {
    this.packets.set(nameOf(packet), new AsyncPersistence.Packet(packet));
  }

  /**
   * Notes the message ID that a packet was sent under. A packet that no broker counted (a PUBREL) takes the place of the one with
   * its message ID.
   *
   * @returns false where there is none
   */
  update(packet: AedesPacket): boolean {
    const messageId = Number(packet.messageId);
    const waiting = this.packets.get(nameOf(packet));
    if (waiting) {
      waiting.messageId = messageId;
      this.names.set(messageId, nameOf(packet));
      return true;
    }
    const name = this.names.get(messageId);
    if (name === undefined) {
      return false;
    }
    this.packets.set(name, packet);
    return true;
  }

  /** Takes out what was acknowledged. */
  take(messageId: number): AedesPacket | undefined {
    const name = this.names.get(messageId);
    if (name === undefined) {
      return undefined;
    }
    const packet = this.packets.get(name);
    this.names.delete(messageId);
    this.packets.delete(name);
    return packet;
  }

  /** What waits now; later changes do not reach the list. */
  all(): AedesPacket[] {
    return [...this.packets.values()];
  }
}
