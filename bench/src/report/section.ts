import { type Benchmark, type Figure, type Outcome, type Table } from '../Benchmark';

/** When and on what a benchmark ran. */
export interface Circumstances {
  date: string;
  machine: string;
  loadBefore: string;
  loadAfter: string;
}

const cell = (text: string) => text.replaceAll('|', '\\|');
const verdict = ({ met }: Figure) => (met === undefined ? '' : met ? 'yes' : '**no**');

/** A benchmark's section of the results, in Markdown. */
export function section({ id, title }: Benchmark, outcome: Outcome, when: Circumstances): string {
  const { tables = [], figures, remarks } = outcome;
  const rows = figures.map((f) => [f.what, f.measured, f.against ?? '', verdict(f)]);
  return [
    heading(id, title),
    '',
    `${when.date}; ${when.machine}; load average ${when.loadBefore} at the start, ${when.loadAfter} at the end.`,
    ...tables.flatMap((table) => ['', `### ${table.title}`, '', ...lines(table)]),
    ...(tables.length ? ['', '### Figures'] : []),
    '',
    ...lines({ header: ['what', 'measured', 'limit or competitor', 'met'], rows }),
    ...(remarks.length ? ['', ...remarks.map((text) => `- ${text}`)] : []),
    '',
  ].join('\n');
}

function lines({ header, rows }: Omit<Table, 'title'>): string[] {
  const widths = header.map((name, k) => Math.max(name.length, ...rows.map((row) => cell(row[k]!).length)));
  const line = (row: string[]) => `| ${row.map((text, k) => cell(text).padEnd(widths[k]!)).join(' | ')} |`;
  return [line(header), `| ${widths.map((n) => '-'.repeat(n)).join(' | ')} |`, ...rows.map(line)];
}

const heading = (id: string, title: string) => `## \`${id}\` ${title}`;

/** The results with one section replaced or added; sections stand in the order of `ids`, what precedes them stays. */
export function withSection(results: string, id: string, text: string, ids: readonly string[]): string {
  const [before, ...sections] = results.split(/^(?=## )/m);
  const all = new Map(sections.map((s) => [/^## `([^`]+)`/.exec(s)?.[1] ?? s, s.trimEnd()]));
  all.set(id, text.trimEnd());
  const place = (key: string) => (ids.includes(key) ? ids.indexOf(key) : ids.length);
  const sorted = [...all].sort(([a], [b]) => place(a) - place(b)).map(([, s]) => s);
  return `${[(before ?? '').trimEnd(), ...sorted].filter(Boolean).join('\n\n')}\n`;
}
