import { MINUTE } from '@cellthread/calendar';
import { type Alarm } from '@cellthread/plan';
import { type Table } from '../../Benchmark';
import { median, quantileOf } from '../../quantiles';
import { type Finding } from '../finding';
import { kinds } from '../faultTable';
import { minutesToName, type Wrong } from './arithmetic';

/** Times as many items as the line makes: as it is, and 1 700 cells a day and nozzle. */
export const RATES = [1, 4.72] as const;
/** Cells a day and nozzle at the line's own rate: one in ten seconds over 24. */
const PER_DAY = 360;
const GOAL_MIN = 25;
const TRIALS = 400;

/** Faults of one nozzle, each of a machine of its own so that both are seen in one run, and what they are in figures. */
export const nozzleFaults: readonly { id: string; place: string; what: 'level' | 'spread'; wrong: Wrong }[] = [
  { id: 'sister-shift', place: 'fill_mass.filler-01.nozzle-7', what: 'level', wrong: () => 1 },
  {
    id: 'nozzle-wavering',
    place: 'filler-02.nozzle-4',
    what: 'spread',
    // The simulator's: within 45 minutes it grows to a half-swing of five standard deviations in 38 minutes.
    wrong: (ageMs, normal) =>
      Math.min(1, 0.25 + ageMs / (60 * MINUTE)) * (5 * Math.sin((2 * Math.PI * ageMs) / (38 * MINUTE)) + normal()),
  },
];

/** How soon a nozzle is named at either rate, beside what the arithmetic gives. */
export function paceTable(alarm: Alarm, found: ReadonlyMap<number, readonly Finding[]>): Table {
  const rows = nozzleFaults.flatMap(({ id, what, wrong }) =>
    [...found].map(([rate, findings]) => {
      const perDay = Math.round(PER_DAY * rate);
      const own = findings.filter(({ truth }) => truth.id === id);
      const named = own.flatMap((finding) => finding.named ?? []);
      const minutes = named.map((one) => one.minutes);
      const arithmetic = minutesToName(what, wrong, { alarm, perDay, trials: TRIALS, seed: 11 });
      return [
        id,
        `${perDay}`,
        `${named.length} of ${own.length}`,
        minutes.length ? `${median(minutes).toFixed(0)} (${quantileOf(minutes, 0.9).toFixed(0)})` : '–',
        `${arithmetic.toFixed(0)} by ${what}`,
        rate > 1 ? `≤ ${GOAL_MIN}` : '',
        kinds(named.map(({ episode }) => episode)),
      ];
    })
  );
  const header = ['fault', 'cells a day and nozzle', 'named', 'after min (p90)', 'arithmetic, min', 'goal', 'first by'];
  return { title: 'One nozzle, at the rate of the line and at 1 700 cells a day and nozzle', header, rows };
}
