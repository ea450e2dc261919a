import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Seconds of CPU that a process has used. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const WINDOW_S = 3;
const IDLE_SHARE = 0.1;

/**
 * Waits until a process uses less than a tenth of a core for three seconds: a database that was just loaded or started
 * goes on compacting, which is not what a plant's queries meet. Gives up waiting after `mostSeconds`.
 *
 * @returns seconds waited, and whether it came to rest
 */
export async function untilIdle(pid: number, mostSeconds: number): Promise<{ seconds: number; idle: boolean }> {
  const began = Date.now();
  for (;;) {
    const before = cpuSeconds(pid);
    await setTimeout(WINDOW_S * 1000);
    const idle = cpuSeconds(pid) - before < IDLE_SHARE * WINDOW_S;
    const seconds = Math.round((Date.now() - began) / 1000);
    if (idle || seconds >= mostSeconds) {
      return { seconds, idle };
    }
  }
}
