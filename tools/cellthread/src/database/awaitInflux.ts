import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 500;

/**
 * Resolves when InfluxDB answers, or after so many seconds: what is asked next then says why it does not. A stack that is
 * started again as a whole starts all its parts at once.
 */
export async function awaitInflux(url: string, seconds: number): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    const answers = await fetch(`${url}/ping`).then(
      ({ ok }) => ok,
      () => false
    );
    if (answers) {
      return;
    }
    await sleep(EVERY_MS);
  }
}
