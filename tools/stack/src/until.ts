import { StackError } from '@cellthread/install';

/** Awaits a condition by asking again; throws a sentence when the time is over or `failed` says why it never will be. */
export async function until(
  what: string,
  condition: () => Promise<boolean> | boolean,
  options: { timeoutMs?: number; everyMs?: number; failed?: () => string | undefined } = {}
): Promise<void> {
  const { timeoutMs = 30_000, everyMs = 50, failed } = options;
  const end = Date.now() + timeoutMs;
  for (;;) {
    const reason = failed?.();
    if (reason) {
      throw new StackError(reason);
    }
    if (await condition()) {
      return;
    }
    if (Date.now() > end) {
      throw new StackError(`${what} did not happen within ${Math.round(timeoutMs / 1000)} s.`);
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** Whether an HTTP address answers with success. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
