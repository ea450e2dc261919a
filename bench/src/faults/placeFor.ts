import { HOUR } from '@cellthread/calendar';
import { type FaultKind, type Plant } from '@cellthread/simulator';
import { random } from '@cellthread/stats';
import { type Background } from './background';
import { faultOf, type FaultRun } from './simulate';
import { visitsAt } from './visitsAt';

/** Of fewer records an hour nothing can be told in hours: a fault is not put there. */
const LEAST_AN_HOUR = 10;
const DRAWS = 24;
/** A fault begins within so many hours, so that it meets windows, lots and shifts at any moment. */
const WITHIN_H = 2;

/**
 * Where and when a seed's fault is: the first seed's at its usual place, those of others at any place; undefined where too little is
 * measured at those that were drawn. `line` is the only one that it concerns, else `*`.
 */
export function placeFor(
  plant: Plant,
  background: Background,
  { id, takes }: FaultKind,
  { calmHours, faultHours }: { calmHours: number; faultHours: number }
): { fault: FaultRun; line: string } | undefined {
  const { seed } = background.run;
  const draw = random(seed * 1000 + [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  const fromHour = calmHours + WITHIN_H * draw();
  const usual = { id, fromHour, toHour: fromHour + faultHours };
  const places = takes.among(plant);
  for (let n = 0; n < DRAWS; n++) {
    const fault = seed > 1 || n > 0 ? { ...usual, place: places[Math.floor(draw() * places.length)] } : usual;
    if (measures(plant, background, fault)) {
      return { fault, line: truthOf(plant, background, fault).line };
    }
  }
  return undefined;
}

const truthOf = (plant: Plant, { run }: Background, fault: FaultRun) => faultOf(plant, run, fault).truth();

function measures(plant: Plant, background: Background, fault: FaultRun): boolean {
  const truth = truthOf(plant, background, fault);
  if (truth.station === '*' || truth.zone !== undefined) {
    return true;
  }
  const { startMs } = background.run;
  const [fromMs, toMs] = [startMs + fault.fromHour * HOUR, startMs + fault.toHour * HOUR];
  const visits = visitsAt(background.records, truth).filter(
    ({ timeMs, values }) =>
      timeMs >= fromMs &&
      timeMs < toMs &&
      (truth.characteristics.length === 0 || truth.characteristics.some((name) => name in values))
  );
  return visits.length >= LEAST_AN_HOUR * (fault.toHour - fault.fromHour);
}
