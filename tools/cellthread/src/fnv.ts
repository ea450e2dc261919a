/** FNV-1a, 32 bits, of the UTF-8 bytes. */
export function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) {
      return Buffer.from(text).reduce((h, byte) => Math.imul(h ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
    }
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}
