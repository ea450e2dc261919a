import { decimalMarks, readDecimal } from './decimal';
import { directions } from './direction';
import type { CurveField, Layout } from './layouts/Layout';
import type { Table } from './table';

type Numbers = Array<number | undefined>;

export interface Values {
  /** Number of each sample, or undefined where the file has none. */
  fields: Partial<Record<CurveField, Numbers>>;
  /** Whether numbers have decimal commas. */
  commas: boolean;
  /** Texts in columns of numbers, which are left out. */
  notes: Array<{ problem: string; shown: string }>;
}

export type ReadValues = Values | { problem: string; shown: string };

/** Every column of numbers that a layout reads. */
function columnsOf({ columns, counters }: Layout): string[] {
  const counted = Object.values(counters ?? {}).flatMap(({ capacity, energy }) => [capacity, energy]);
  return [...Object.values(columns), ...counted];
}

function readColumn(name: string, texts: readonly string[], notes: Values['notes']): Numbers {
  const numbers = texts.map(readDecimal);
  const odd = texts.filter((text, at) => text !== '' && numbers[at] === undefined);
  if (odd.length > 0) {
    const what = `${name} holds "${odd[0]}", which is no number`;
    notes.push({
      problem: `${what}, in ${odd.length} of ${texts.length} lines: stored without it`,
      shown: odd[0] ?? '',
    });
  }
  return numbers;
}

/** The counter that each sample's direction names. */
function capacities({ counters, columns }: Layout, numbers: Map<string, Numbers>, table: Table): Values['fields'] {
  const of = (name: string | undefined): Numbers => numbers.get(name ?? '') ?? [];
  if (!counters) {
    return {};
  }
  const step = table.column(columns.step ?? '') ?? [];
  const cycle = table.column(columns.cycle ?? '') ?? [];
  const way = directions({
    charge: of(counters.charge.capacity),
    discharge: of(counters.discharge.capacity),
    current: of(columns.current),
    step: Array.from({ length: table.length }, (_, i) => `${cycle[i]}/${step[i]}`),
  });
  return {
    capacity: way.map((direction, i) => of(counters[direction].capacity)[i]),
    energy: way.map((direction, i) => of(counters[direction].energy)[i]),
  };
}

/**
 * The current is written without its sign: D in the column of states discharges, C charges, R rests. Under any other state
 * nobody knows its direction.
 */
function signed(
  { state }: Layout,
  current: Numbers | undefined,
  table: Table,
  notes: Values['notes']
): Numbers | undefined {
  const states = state === undefined ? undefined : table.column(state);
  if (!states) {
    return current;
  }
  const unknown = states.map((text, i) => !['C', 'D', 'R'].includes(text) && (current?.[i] ?? 0) > 0);
  const first = unknown.indexOf(true);
  if (first >= 0) {
    const [shown, lines] = [states[first] ?? '', unknown.filter(Boolean).length];
    const problem = `${state} "${shown}" does not tell whether a current charges or discharges, in ${lines} of ${states.length} lines`;
    notes.push({ problem: `${problem}: stored without it`, shown });
  }
  return current?.map((value, i) => {
    if (unknown[i]) {
      return undefined;
    }
    return states[i] === 'D' && value !== undefined && value > 0 ? -value : value;
  });
}

/** The numbers of every sample, or why none of them is certain. */
export function readValues(layout: Layout, table: Table): ReadValues {
  const texts = new Map(columnsOf(layout).map((name) => [name, table.column(name)] as const));
  const present = [...texts].filter((entry): entry is [string, string[]] => entry[1] !== undefined);
  const all = [...present.flatMap(([, column]) => column), ...(table.column(layout.test.column) ?? [])];
  const marks = decimalMarks(all);
  if (marks.length > 1) {
    const shown = all.find((text) => text.includes(',')) ?? '';
    return { problem: `decimal points and commas are mixed: "${shown}" may be a thousand times another number`, shown };
  }
  const notes: Values['notes'] = [];
  if (table.open && texts.has(table.open.column)) {
    const what = `the file ends without a line end, so that its last number, ${table.open.column} ${table.open.text}, may be cut`;
    notes.push({ problem: `${what}: stored without it`, shown: table.open.text });
  }
  const numbers = new Map(present.map(([name, column]) => [name, readColumn(name, column, notes)] as const));
  const fields: Values['fields'] = {};
  for (const [field, name] of Object.entries(layout.columns) as Array<[CurveField, string]>) {
    fields[field] = numbers.get(name);
  }
  const empty = (['voltage', 'current'] as const).find((field) => !fields[field]?.some((value) => value !== undefined));
  if (empty) {
    return { problem: `no line has a number in ${layout.columns[empty]}`, shown: table.line(0) };
  }
  fields.current = signed(layout, fields.current, table, notes);
  Object.assign(fields, capacities(layout, numbers, table));
  return { fields, commas: marks[0] === ',', notes };
}
