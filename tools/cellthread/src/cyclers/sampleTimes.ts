// A cycler counts test time exactly, but stops counting while a test is paused; its wall clock goes on during a pause, but
// jumps when daylight saving ends. Neither alone is right, so: the clock of the first sample, then test time, then whatever
// the clock gained beyond it (a pause). What the clock loses is never time; it is remembered, because a clock that has gone
// back an hour may come forward by it again.

/** The wall clock is written in whole seconds, and a little late. */
const slack_ms = 2500;

interface Last {
  test_ms: number;
  clock_ms: number;
  at_ms: number;
  lost_ms: number;
  late_ms: number;
}

function advance(last: Last, test_ms: number, clock_ms: number | undefined): void {
  const gone = test_ms - last.test_ms;
  last.at_ms += gone;
  last.test_ms = test_ms;
  if (clock_ms === undefined) {
    return;
  }
  let late = clock_ms - last.clock_ms - gone + last.late_ms;
  if (late < -slack_ms) {
    last.lost_ms -= late;
    late = 0;
  } else if (late > slack_ms) {
    const back = Math.min(late, last.lost_ms);
    last.lost_ms -= back;
    late -= back;
    if (late > slack_ms) {
      last.at_ms += late;
      late = 0;
    }
  }
  last.late_ms = late;
  last.clock_ms = clock_ms;
}

/**
 * Unix ms of each sample. `test_ms` counts from the start of the test, `clock_ms` is the wall clock where there is one.
 * @returns undefined for a sample before the first clock.
 */
export function sampleTimes(
  test_ms: readonly number[],
  clock_ms: ReadonlyArray<number | undefined>
): Array<number | undefined> {
  let last: Last | undefined;
  return test_ms.map((test, index) => {
    const clock = clock_ms[index];
    if (last === undefined || test < last.test_ms) {
      last = clock === undefined ? undefined : { test_ms: test, clock_ms: clock, at_ms: clock, lost_ms: 0, late_ms: 0 };
    } else {
      advance(last, test, clock);
    }
    return last?.at_ms;
  });
}
