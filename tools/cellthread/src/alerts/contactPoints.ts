/** A receiver of a contact point, as Grafana tells it; secrets are masked. */
export interface Receiver {
  name: string;
  type: string;
  settings?: Record<string, unknown>;
}

/** How a contact point reaches somebody: `mqtt, email`; or why it reaches nobody. */
export interface Reached {
  how?: string;
  why?: string;
}

/** What an older Grafana has in the place of an address when it is new; from 12.4 on its contact point `empty` has no receiver. */
const PLACEHOLDER = /^<?example@email\.com>?$/;

/** Whom a contact point reaches. */
export function reachedBy(name: string, receivers: readonly Receiver[]): Reached {
  const own = receivers.filter((receiver) => receiver.name === name);
  const real = own.filter(({ settings }) => !PLACEHOLDER.test(String(settings?.['addresses'] ?? '').trim()));
  if (real.length > 0) {
    return { how: [...new Set(real.map(({ type }) => type))].join(', ') };
  }
  return { why: own.length > 0 ? 'whose address is a placeholder' : 'which has no receiver' };
}
