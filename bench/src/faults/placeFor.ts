import { HOUR } from '@cellthread/calendar';
import { type FaultKind, type Plant, type Truth } from '@cellthread/simulator';
import { random } from '@cellthread/stats';
import { type Background } from './background';
import { faultOf, type FaultRun, type Run } from './simulate';
import { visitsAt } from './visitsAt';

/**
 * A fault is not drawn where less is measured: ten items an hour, or of a station that passes fewer a quarter of what passes there (of
 * rolls half are anodes, and not each is measured).
 */
const LEAST_AN_HOUR = 10;
const LEAST_PART = 0.25;
const DRAWS = 24;
/** A fault begins within so many hours, so that it meets windows, lots and shifts at any moment. */
const WITHIN_H = 2;

/**
 * Where and when a seed's fault is: the first seed's at its usual place, whatever is measured there, those of others at any place;
 * undefined where too little is measured at those that were drawn. `line` is the only one that it concerns, else `*`; `background` the run without it.
 */
export async function placeFor(
  plant: Plant,
  run: Pick<Run, 'seed' | 'startMs'>,
  { id, takes }: FaultKind,
  { calmHours, faultHours }: { calmHours: number; faultHours: number },
  backgroundAt: (line: string) => Promise<Background>
): Promise<{ fault: FaultRun; line: string; background: Background } | undefined> {
  const { seed } = run;
  const draw = random(seed * 1000 + [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  const fromHour = calmHours + WITHIN_H * draw();
  const usual: FaultRun = { id, fromHour, toHour: fromHour + faultHours };
  const places = byWhat(takes.among(plant));
  for (let n = 0; n < DRAWS; n++) {
    const fault = seed > 1 || n > 0 ? { ...usual, place: oneOf(draw, oneOf(draw, places)) } : usual;
    const truth = faultOf(plant, run, fault).truth();
    const background = await backgroundAt(truth.line);
    if (fault.place === undefined || measures(background, fault, truth)) {
      return { fault, line: truth.line, background };
    }
  }
  return undefined;
}

/** Places by what they begin with: a characteristic at a thousand channels is no likelier than one at two machines. */
function byWhat(places: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const place of places) {
    const what = place.split('.', 1)[0]!;
    groups.set(what, [...(groups.get(what) ?? []), place]);
  }
  return [...groups.values()];
}

const oneOf = <T>(draw: () => number, all: readonly T[]): T => all[Math.floor(draw() * all.length)]!;

function measures({ run: { startMs }, records }: Background, fault: FaultRun, truth: Truth): boolean {
  if (truth.station === '*' || truth.zone !== undefined) {
    return true;
  }
  const [fromMs, toMs] = [startMs + fault.fromHour * HOUR, startMs + fault.toHour * HOUR];
  const there = visitsAt(records, truth).filter(({ timeMs }) => timeMs >= fromMs && timeMs < toMs);
  const measured = there.filter(
    ({ values }) => truth.characteristics.length === 0 || truth.characteristics.some((name) => name in values)
  );
  const least = Math.min(LEAST_AN_HOUR * (fault.toHour - fault.fromHour), LEAST_PART * there.length);
  return measured.length > 0 && measured.length >= least;
}
