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
  /** Its receivers whose address is a placeholder, by their types: `email`; empty where there is none. */
  idle: string;
}

/** What an older Grafana has in the place of an address when it is new; from 12.4 on its contact point `empty` has no receiver. */
const PLACEHOLDER = /^<?example@email\.com>?$/;

/** Whom a contact point reaches. */
export function reachedBy(name: string, receivers: readonly Receiver[]): Reached {
  const own = receivers.filter((receiver) => receiver.name === name);
  const idle = typesOf(own.filter(isIdle));
  const how = typesOf(own.filter((receiver) => !isIdle(receiver)));
  return how ? { how, idle } : { why: idle ? 'whose address is a placeholder' : 'which has no receiver', idle };
}

const isIdle = ({ settings }: Receiver) => PLACEHOLDER.test(String(settings?.['addresses'] ?? '').trim());

const typesOf = (receivers: readonly Receiver[]) => [...new Set(receivers.map(({ type }) => type))].join(', ');
