// aedes-persistence has types for its entry alone.
declare module 'aedes-persistence/asyncPersistence.js' {
  import { type AedesPacket } from 'aedes-packet';
  import type Memory from 'aedes-persistence/types/asyncPersistence';
  const AsyncPersistence: typeof Memory & { Packet: new (packet: AedesPacket) => AedesPacket };
  export default AsyncPersistence;
}
