/** Units that test time is written in, and their length in seconds. */
export const testUnits = { milliseconds: 0.001, seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

export type TestUnit = keyof typeof testUnits;

export type FoundUnit = { unit: TestUnit } | { problem: string };

/** Clocks are written in whole seconds, and a little late. */
const slack_s = 2.5;

/** Stretches of at least this many seconds of the clock tell the unit to a tenth. */
const stretch_s = 20;

/** Seconds of the clock by one of test time, for each stretch of the file. */
function ratios(test: readonly number[], clock_s: readonly number[]): number[] {
  const found: number[] = [];
  let from = 0;
  for (let i = 1; i < test.length; i++) {
    const gone = (clock_s[i] ?? 0) - (clock_s[from] ?? 0);
    const tested = (test[i] ?? 0) - (test[from] ?? 0);
    if (gone < 0 || tested < 0) {
      from = i;
    } else if (gone >= stretch_s && tested > 0) {
      found.push(gone / tested);
      from = i;
    }
  }
  return found.sort((a, b) => a - b);
}

/** Units with which the clock goes on just as test time does; a few milliseconds would go with any clock. */
function consistent(test: readonly number[], clock_s: readonly number[]): TestUnit[] {
  return (['seconds', 'minutes', 'hours', 'days'] as const).filter((unit) =>
    test.every((value, i) => {
      const predicted = (value - (test[0] ?? 0)) * testUnits[unit];
      return Math.abs((clock_s[i] ?? 0) - (clock_s[0] ?? 0) - predicted) <= slack_s;
    })
  );
}

/**
 * The unit of test time, by comparing both clocks: the median of what the clock goes in a stretch of test time, so that
 * pauses do not count. A short file is decided only if one unit explains it; `stated` is what the header says.
 */
export function findTestUnit(test: readonly number[], clock_s: readonly number[], stated?: TestUnit): FoundUnit {
  const found = ratios(test, clock_s);
  const median = found[Math.floor(found.length / 2)];
  if (median !== undefined) {
    const unit = (Object.keys(testUnits) as TestUnit[]).find((u) => Math.abs(median / testUnits[u] - 1) < 0.25);
    // One stretch may be a pause, which only makes the clock go further than test time.
    const paused = stated !== undefined && found.length < 3 && median > testUnits[stated];
    if (unit !== undefined && (stated === undefined || stated === unit)) {
      return { unit };
    }
    return paused && stated !== undefined
      ? { unit: stated }
      : {
          problem:
            `test time and clock disagree: the clock goes ${Number(median.toPrecision(3))} s in one of test time` +
            (stated ? `, which should be in ${stated}` : ''),
        };
  }
  const units = consistent(test, clock_s);
  if (stated !== undefined) {
    return { unit: stated };
  }
  const still = test.every((value) => value === test[0]);
  return units.length === 1 || still
    ? { unit: units.length === 1 ? (units[0] as TestUnit) : 'seconds' }
    : { problem: 'the unit of test time cannot be told: the file is too short to compare it with the clock' };
}
