import { type DateOrder, dateOrders, isWallClock, readWallClock } from './wallClock';

export interface Dated {
  /** Clock of each sample, as written; empty where there is none. */
  clocks: readonly string[];
  /** Test time of each sample, ms. */
  test_ms: readonly number[];
  /** Other dates of the file: when it was exported, when the test began. */
  others: readonly string[];
  /** Whether numbers have decimal commas. */
  commas: boolean;
  /** When the file was written, and now, Unix ms. */
  modified_ms: number;
  now_ms: number;
  /** What the plant says of testers whose files do not tell; undefined: nothing. */
  setting?: DateOrder;
}

export type Decided = { order: DateOrder } | { problem: string; shown: string };

const day = 86_400_000;
/** A test that stands still for longer is no pause that anybody means. */
const longestPause = 20 * day;

/** The longest step of the clock that test time does not explain, either way, ms. */
function worstJump(clocks: readonly number[], test_ms: readonly number[]): number {
  let worst = 0;
  for (let i = 1; i < clocks.length; i++) {
    const jump = (clocks[i] ?? 0) - (clocks[i - 1] ?? 0) - Math.max(0, (test_ms[i] ?? 0) - (test_ms[i - 1] ?? 0));
    worst = Math.max(worst, Math.abs(jump));
  }
  return worst;
}

/**
 * Which number of the dates is the day: what makes every date one that exists, lets the clock go on with test time, lies
 * before the file was written, and goes with decimal commas (no locale writes them with the month first). What all this
 * leaves open the setting decides.
 */
export function decideDateOrder(dated: Dated): Decided {
  const { test_ms, others, commas, modified_ms, now_ms, setting } = dated;
  const texts = dated.clocks.map((text, at) => ({ text, at })).filter(({ text }) => text !== '');
  const odd = texts.find(({ text }) => !isWallClock(text));
  if (odd) {
    return { problem: `the time "${odd.text}" is not understood`, shown: odd.text };
  }
  const read = (order: DateOrder) => texts.map(({ text }) => readWallClock(text, order));
  const times = texts.map(({ at }) => test_ms[at] ?? 0);
  const shown = texts[0]?.text ?? '';
  const existing = dateOrders.filter(
    (order) => !read(order).includes(undefined) && others.every((text) => readWallClock(text, order) !== undefined)
  );
  const written = Math.min(modified_ms, now_ms) + 1.5 * day;
  const possible = existing.filter((order) => {
    const clocks = read(order) as number[];
    return worstJump(clocks, times) <= longestPause && clocks.every((clock) => clock <= written);
  });
  const fitting = possible.length > 1 && commas ? possible.filter((order) => order === 'dmy') : possible;
  const [order, another] = fitting;
  if (order !== undefined && another === undefined) {
    return { order };
  }
  if (order !== undefined) {
    return setting === undefined
      ? {
          problem: `"${shown}" may be read with the day or the month first, and nothing in the file tells which: state it with --dates mdy or dmy`,
          shown,
        }
      : { order: setting };
  }
  return existing.length === 0
    ? { problem: `the dates of the file contradict each other as to which number is the day: "${shown}"`, shown }
    : {
        problem: `"${shown}" and the times after it do not go with test time, or lie after the file was written`,
        shown,
      };
}
