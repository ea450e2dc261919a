import type { BrokerLogin } from '../broker/brokerLogin';
import { connectBroker } from '../broker/connectBroker';

/** How long after its last retained message a broker is taken to have given all, ms. */
const QUIET_MS = 1500;

/** The seals that the broker keeps, text by day. */
export async function toldSeals(url: string, login: BrokerLogin): Promise<Map<string, string>> {
  const client = await connectBroker(url, login, { clean: true });
  const told = new Map<string, string>();
  let last = Date.now();
  client.on('message', (topic, payload) => {
    last = Date.now();
    told.set(topic.split('/').at(-1) ?? '', payload.toString());
  });
  try {
    await client.subscribeAsync('umh/v1/+/+/_seal/+', { qos: 1 });
    while (Date.now() - last < QUIET_MS) {
      await new Promise((done) => setTimeout(done, 100));
    }
    return told;
  } finally {
    await client.endAsync(true);
  }
}
