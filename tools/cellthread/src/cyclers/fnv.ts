/** FNV-1a-32 of a text's UTF-8 bytes, unsigned. */
export function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) {
    h = Math.imul(h ^ byte, 0x01000193);
  }
  return h >>> 0;
}
