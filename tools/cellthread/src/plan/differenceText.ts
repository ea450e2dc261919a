import type { Difference } from '@cellthread/plan';
import { rowName } from './rowName';

const longest = 32;

/** `usl 812 → 810`; texts too long for a line, and lists of the plan, are only named. */
function fieldText({ name, before, after }: Difference['fields'][number]): string {
  const [was, is] = [before, after].map((value) => String(value ?? '–'));
  return [was, is].some((text = '') => text.length > longest) ? name : `${name} ${was} → ${is}`;
}

/** A difference as a line: what it does, to what, and what of it. */
export function differenceText({ kind, row, fields }: Difference): string {
  const what = `${kind.padEnd('withdrawn'.length)}  ${rowName(row)}`;
  return fields.length === 0 ? what : `${what}: ${fields.map(fieldText).join(', ')}`;
}
