import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import type { BrokerLogin } from './brokerLogin';

/**
 * A client of the broker, by MQTT 5: an older protocol acknowledges what the broker's access list drops.
 * @throws Error naming the address and why it does not answer
 */
export async function connectBroker(
  url: string,
  login: BrokerLogin,
  session: Pick<IClientOptions, 'clientId' | 'clean'> = {}
): Promise<MqttClient> {
  try {
    return await connectAsync(url, {
      ...login,
      ...session,
      protocolVersion: 5,
      connectTimeout: 5000,
      reconnectPeriod: 0,
    });
  } catch (cause) {
    const reason = (cause as { code?: string }).code ?? (cause as Error).message;
    throw new Error(`The broker at ${url} does not answer (${reason}): check --mqtt and that it runs.`, { cause });
  }
}
