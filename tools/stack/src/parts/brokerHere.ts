import { findProgram } from '@cellthread/install';
import { type Part } from './part';
import { startEmbeddedBroker } from './startEmbeddedBroker';
import { startMosquitto } from './startMosquitto';

/** A broker that a stack may start. */
export interface Broker {
  /** Says, where it matters, what it does not do. */
  title: string;
  queueOnDisk: boolean;
  start(options: { port: number; dataDir: string }): Promise<Part>;
}

/** Mosquitto where it is installed, else the one of this project. */
export const brokerHere = (): Broker =>
  findProgram('mosquitto')
    ? { title: 'MQTT broker', queueOnDisk: true, start: startMosquitto }
    : {
        title:
          'MQTT broker (built in, since mosquitto is not installed: slower, and what waits in it is lost when it ends)',
        queueOnDisk: false,
        start: startEmbeddedBroker,
      };
