import { createHash } from 'node:crypto';

/** The most characters that Grafana gives the uid of a rule or contact point. */
const MAX = 40;
const HASH = 8;

/**
 * `cellthread-<parts>`: the uid of a rule or contact point. Where that is too long, or holds what Grafana refuses, it is cut
 * and ends in a hash of the whole, so that two of them never become one.
 */
export function alertUid(...parts: string[]): string {
  const whole = ['cellthread', ...parts].join('-');
  const plain = whole.replace(/[^A-Za-z0-9_-]/g, '-');
  if (plain === whole && whole.length <= MAX) {
    return whole;
  }
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, HASH);
  return `${plain.slice(0, MAX - HASH - 1)}-${hash}`;
}
