import { stratumKeys } from '@cellthread/vocabulary';

/** Everything: the stratum or product that fallback ends at. */
export const any = '*';

export function isStratumKey(key: string): boolean {
  return (stratumKeys as readonly string[]).includes(key) || /^lot_[a-z][a-z0-9_]*$/.test(key);
}

function rank(key: string): number {
  // One stratum has one spelling: keys in the order of the vocabulary, lots last.
  const index = (stratumKeys as readonly string[]).indexOf(key);
  return index < 0 ? stratumKeys.length : index;
}

/** `{position: nozzle-4, equipment: filler-02}` → `equipment=filler-02,position=nozzle-4`; nothing → `*`. */
export function stratumText(stratum: Record<string, string> | undefined): string {
  const keys = Object.keys(stratum ?? {}).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return keys.length === 0 ? any : keys.map((key) => `${key}=${stratum?.[key]}`).join(',');
}
