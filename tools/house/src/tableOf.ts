import { type Room } from './rooms';

const head = ['room', 'files', 'median lines', 'longest', 'arrows', 'back up'];

/** A Markdown table of rooms. */
export function tableOf(rooms: readonly Room[]): string {
  const rows = rooms.map((r) => [r.name, r.files, r.medianLines, r.mostLines, r.arrows, r.backUp.length].map(String));
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((c, i) => (i === 0 ? c.padEnd(widths[i]!) : c.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `| ${widths.map((w, i) => (i === 0 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
