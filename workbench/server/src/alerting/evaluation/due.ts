const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;

/** A number of a name that spreads well: FNV-1a, 32 bits. */
function hash(name: string): number {
  return [...Buffer.from(name)].reduce((sum, byte) => Math.imul(sum ^ byte, FNV_PRIME) >>> 0, FNV_OFFSET);
}

/** The last moment (Unix ms) at or before `nowMs` at which a group is due: groups of one interval are spread over it by name. */
export function lastDue(nowMs: number, group: string, intervalMs: number): number {
  const offset = (hash(group) % Math.max(1, Math.floor(intervalMs / 1000))) * 1000;
  return Math.floor((nowMs - offset) / intervalMs) * intervalMs + offset;
}
