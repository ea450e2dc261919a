import { type Row, type Target } from '../read/Worklist';
import { type Words } from '../words/Words';

/** What something is about, as people call it: of what is no item what it is as well, and of the machine or station of a row its name. */
export function nameOf(target: Target | null, row: Row, words: Words): string {
  if (!target) {
    return '';
  }
  const { type, id } = target;
  const named = (type === 'equipment' || type === 'station') && row[type] === id ? row.shown[type] : '';
  return [words.hold.targets[type], named || id].filter(Boolean).join(' ');
}
