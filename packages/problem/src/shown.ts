const LONGEST_TEXT = 80;

function cut(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT).join('')}…` : text;
}

/** A value as complaints cite it: short, whatever it holds. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  const plain = value === null || typeof value !== 'object';
  return !plain ? 'an object' : typeof value === 'number' ? String(value) : cut(JSON.stringify(value));
}
