import { decideDateOrder } from './dateOrder';
import { readDecimal, thousandths } from './decimal';
import type { Layout } from './layouts/Layout';
import { sampleTimes } from './sampleTimes';
import type { Table } from './table';
import { findTestUnit, testUnits } from './testUnit';
import { type DateOrder, readWallClock } from './wallClock';
import { comesTwice, zonedTime } from '@cellthread/calendar';

export interface ClockSettings {
  time_zone: string;
  date_order?: DateOrder;
  now_ms: number;
}

export interface ClockInput {
  layout: Layout;
  table: Table;
  above: readonly string[];
  /** Whether numbers have decimal commas. */
  commas: boolean;
  modified_ms: number;
  settings: ClockSettings;
}

export type ReadClocks = { at_ms: number[] } | { problem: string; shown: string };

/** The texts of test time as thousandths of its unit; undefined for one that is none. */
const readTest = (texts: readonly string[]): Array<number | undefined> => texts.map(thousandths);

function firstWrong(texts: readonly string[], values: readonly unknown[], name: string): ReadClocks | undefined {
  const at = values.indexOf(undefined);
  const shown = texts[at] ?? '';
  return at < 0 ? undefined : { problem: `${name} "${shown}" of sample ${at + 1} is not understood`, shown };
}

/** Unix time is the time; test time beside it must agree in its unit, and goes on where a clock that was set goes back. */
function unixTimes({ layout, table }: ClockInput): ReadClocks {
  const clocks = table.column(layout.clock.column) ?? [];
  const at_ms = clocks.map(thousandths);
  const tests = table.column(layout.test.column) ?? [];
  const wrong = firstWrong(clocks, at_ms, layout.clock.column);
  if (wrong) {
    return wrong;
  }
  const test = tests.map((text) => readDecimal(text) ?? Number.NaN);
  const agreed = findTestUnit(
    test,
    at_ms.map((ms) => (ms ?? Number.NaN) / 1000),
    layout.test.unit
  );
  if ('problem' in agreed) {
    return { ...agreed, shown: table.line(0) };
  }
  const known = at_ms as number[];
  const test_ms = test.map((value) => Math.round(value * testUnits[agreed.unit] * 1000));
  const goesBack = known.some((ms, i) => ms < (known[i - 1] ?? ms) && (test_ms[i] ?? 0) > (test_ms[i - 1] ?? 0));
  return { at_ms: goesBack ? (sampleTimes(test_ms, known) as number[]) : known };
}

/** Wall clock and test time together. */
function wallTimes({ layout, table, above, commas, modified_ms, settings }: ClockInput): ReadClocks {
  const clocks = table.column(layout.clock.column) ?? [];
  const tests = table.column(layout.test.column) ?? [];
  const counted = readTest(tests);
  const wrong = firstWrong(tests, counted, layout.test.column);
  if (wrong) {
    return wrong;
  }
  // Only the order of days is asked here: whatever the unit, test time explains no more than this.
  const seconds = counted as number[];
  const decided = decideDateOrder({
    clocks,
    test_ms: seconds,
    others: layout.dates?.(above) ?? [],
    commas,
    modified_ms,
    now_ms: settings.now_ms,
    setting: settings.date_order,
  });
  if ('problem' in decided) {
    return decided;
  }
  const local_ms = clocks.map((text) => readWallClock(text, decided.order));
  const begin = local_ms.find((ms) => ms !== undefined);
  if (begin !== undefined && comesTwice(begin, settings.time_zone)) {
    const shown = clocks.find((text) => text !== '') ?? '';
    return { problem: `"${shown}", where the file begins, comes twice in that night: nobody knows which it is`, shown };
  }
  const clock_ms = local_ms.map((ms) => (ms === undefined ? undefined : zonedTime(ms, settings.time_zone)));
  const dated = [...clock_ms.keys()].filter((i) => clock_ms[i] !== undefined);
  const unit = findTestUnit(
    dated.map((i) => (seconds[i] ?? 0) / 1000),
    dated.map((i) => (clock_ms[i] ?? 0) / 1000),
    layout.test.unit
  );
  if ('problem' in unit) {
    return { ...unit, shown: table.line(0) };
  }
  const scale = testUnits[unit.unit];
  const test_ms = scale === 1 ? seconds : tests.map((text) => Math.round((readDecimal(text) ?? 0) * scale * 1000));
  const at_ms = sampleTimes(test_ms, clock_ms);
  return firstWrong(clocks, at_ms, layout.clock.column) ?? { at_ms: at_ms as number[] };
}

/** When each sample was taken, Unix ms, or why that is not certain. */
export function readClocks(input: ClockInput): ReadClocks {
  return input.layout.clock.kind === 'unix' ? unixTimes(input) : wallTimes(input);
}
