import type { FieldValue, PlanRow } from '@cellthread/plan';

const columns: Record<string, string[]> = {
  setting: ['name', 'value', 'revision'],
  station: ['order', 'station', 'name', 'item', 'from_station', 'max_hours', 'revision'],
  characteristic: [
    'station',
    'characteristic',
    'product',
    'stratum',
    'lsl',
    'target',
    'usl',
    'unit_text',
    'chart',
    'revision',
  ],
  control_limit: [
    'station',
    'characteristic',
    'product',
    'stratum',
    'model',
    'centre',
    'sigma_within',
    'sigma_between',
    'sigma_plotted',
    'subgroup_n',
    'status',
    'revision',
  ],
};

const widest = 48;

function cell(row: PlanRow, column: string): string {
  const value: FieldValue | undefined = column === 'revision' ? row.revision : (row.tags[column] ?? row.fields[column]);
  const text = typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value ?? '');
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}

/** Process order, as far as the rows state one; otherwise by their keys. */
function ordered(rows: PlanRow[], stationOrder: Map<string, number>): PlanRow[] {
  const station = (row: PlanRow) => stationOrder.get(row.tags['station'] ?? '') ?? 0;
  const order = (row: PlanRow) => Number(row.fields['order'] ?? 0);
  const key = (row: PlanRow) => Object.values(row.tags).join(' ');
  return [...rows].sort((a, b) => station(a) - station(b) || order(a) - order(b) || (key(a) < key(b) ? -1 : 1));
}

/** One table a measurement, as lines. */
export function showRows(rows: PlanRow[]): string[] {
  const stationOrder = new Map(
    rows
      .filter(({ measurement }) => measurement === 'station')
      .map((row) => [row.tags['station'] ?? '', Number(row.fields['order'])])
  );
  return Object.entries(columns).flatMap(([measurement, names]) => {
    const own = ordered(
      rows.filter((row) => row.measurement === measurement),
      stationOrder
    );
    const cells = [names, ...own.map((row) => names.map((name) => cell(row, name)))];
    const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
    const line = (texts: string[]) => `  ${texts.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd();
    return own.length === 0 ? [] : [measurement, ...cells.map(line), ''];
  });
}
