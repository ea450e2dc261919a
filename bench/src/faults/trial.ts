import { type Background, untilOf, type Watch } from './background';
import { type Finding, findingOf } from './finding';
import { judge } from './judge';
import { type FaultRun, placeOf, type Records, type Row, simulate } from './simulate';

/**
 * A fault in the run that was quiet without it. Only its line is simulated anew, where it has one, and only those stations are judged
 * anew at which something else was measured than without it.
 */
export async function trialOf(watch: Watch, background: Background, fault: FaultRun, line: string): Promise<Finding> {
  const { plan, plant, program } = watch;
  const run = { ...background.run, faults: [fault], ...(line === '*' ? {} : { lines: [line] }) };
  const { records, truths } = simulate(plant, run);
  const changed = new Map([...records].filter(([place, rows]) => !same(rows, background.records.get(place))));
  const gone = [...background.records.keys()].filter((place) => ofLine(place, line) && !records.has(place));
  const judged = await judge(program, changed.values(), { plan, fromMs: run.startMs, toMs: untilOf(run) });
  const others = background.told.filter(({ stream }) => {
    const place = placeOf(stream);
    return !changed.has(place) && !gone.includes(place);
  });
  const told = [...judged, ...others];
  return findingOf({
    truth: truths[0]!,
    told,
    calm: background.told,
    untilMs: untilOf(run),
    ...pair(records, background),
  });
}

const ofLine = (place: string, line: string) => line === '*' || place.startsWith(`${line} `);

const pair = (records: Records, background: Background) => ({
  records: new Map([...background.records, ...records]),
  without: background.records,
});

const same = (a: readonly Row[], b: readonly Row[] | undefined): boolean =>
  a.length === b?.length && a.every(({ text }, i) => text === b[i]!.text);
