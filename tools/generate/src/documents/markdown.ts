/** A Markdown table; cells are escaped. */
export function markdownTable(header: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What is not stated is shown as a dash, never as zero. */
export function orDash(value: number | string | undefined): string {
  return value === undefined || value === '' ? '–' : String(value);
}

/** 1800 → `30 min`. */
export function durationText(seconds: number): string {
  const units: Array<[number, string]> = [
    [86400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ];
  const [size, unit] = units.find(([length]) => seconds >= length && seconds % length === 0) ?? [1, 's'];
  return `${seconds / size} ${unit}`;
}
