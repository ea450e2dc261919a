import { type Background, untilOf, type Watch } from './background';
import { type Finding, findingOf } from './finding';
import { missedOf } from './missed';
import { type FaultRun, placeOf, type Row, simulate } from './simulate';

/**
 * A fault in the run that was quiet without it. Only its line is simulated anew, where it has one, and only those stations are judged
 * anew at which something else was measured than without it.
 */
export async function trialOf(
  { plan, plant }: Watch,
  background: Background,
  fault: FaultRun,
  line: string
): Promise<Finding> {
  const { alikeMs, records: without } = background;
  const run = { ...background.run, faults: [fault], ...(line === '*' ? {} : { lines: [line] }) };
  const { records: measured, truths } = simulate(plant, run, alikeMs);
  const records = new Map([...without].map(([place, rows]) => [place, ofLine(place, line) ? [] : rows]));
  measured.forEach((rows, place) => records.set(place, rows));
  const changed = new Map([...records].filter(([place, rows]) => !same(rows, without.get(place) ?? [])));
  const told = [
    ...(await background.judging.tell(changed)),
    ...background.told.filter(({ stream }) => !changed.has(placeOf(stream))),
  ];
  const runs = { truth: truths[0]!, records, without };
  const found = findingOf({ ...runs, told, calm: background.told, untilMs: untilOf(run) });
  const finding = changed.size > 0 ? found : { ...found, alike: true as const };
  return finding.named || finding.truth.silent
    ? finding
    : { ...finding, missed: await missedOf(plan, background, runs) };
}

const ofLine = (place: string, line: string) => line === '*' || place.startsWith(`${line} `);

const same = (a: readonly Row[], b: readonly Row[]): boolean =>
  a === b || (a.length === b.length && a.every(({ text }, i) => text === b[i]!.text));
