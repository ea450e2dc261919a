/** The sign before decimals in a file. */
export type DecimalMark = '.' | ',';

const written = /^[+-]?\d+(?:([.,])\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * The decimal mark that all numbers of a file use; undefined where none has decimals.
 * @returns both marks where they are mixed: then no number of the file is certain.
 */
export function decimalMarks(texts: Iterable<string>): DecimalMark[] {
  const marks = new Set<DecimalMark>();
  for (const text of texts) {
    const mark = written.exec(text.trim())?.[1];
    if (mark !== undefined) {
      marks.add(mark as DecimalMark);
    }
  }
  return [...marks];
}

/** The number of a text, or undefined if it is none; `INF` and thousands separators are none. */
export function readDecimal(text: string): number | undefined {
  const plain = text.trim();
  if (!written.test(plain)) {
    return undefined;
  }
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** Thousandths of a decimal number, rounded down; exact, whatever its number of digits. */
export function thousandths(text: string): number | undefined {
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(text.trim());
  return match ? Number(match[1]) * 1000 + Number(((match[2] ?? '') + '000').slice(0, 3)) : undefined;
}
