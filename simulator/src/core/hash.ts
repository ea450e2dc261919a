import { fnv } from 'cellthread-cli';

/** FNV-1a-32 of a text, finished with an avalanche so that similar texts give unlike numbers. Unsigned 32 bit. */
export const hash = (text: string): number => mix(fnv(text), 0);

/** Joins two 32-bit numbers into one (murmur3 finaliser). Unsigned 32 bit. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) + b;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
