import { type Plan, stationOf } from '@cellthread/plan';
import { type Figure } from '../Benchmark';
import { poissonInterval } from '../poissonInterval';
import { type Episode } from './judge';
import { type Week } from './week';

/** What is told in weeks in which nothing is wrong, a shift. */
export function calmFigures(plan: Plan, weeks: readonly Week[]): Figure[] {
  if (weeks.length === 0) {
    return [];
  }
  const shifts = weeks.length * 7 * Math.max(1, plan.sites[0]!.calendar.shifts.length);
  const all = weeks.flatMap(({ episodes }) => episodes);
  const areaOf = ({ stream: { station } }: Episode) => stationOf(plan, station).areas[0];
  const what = (of: string) => `${weeks.length} weeks of nothing: ${of}`;
  const figure = (of: string, episodes: readonly Episode[]): Figure => ({
    what: what(of),
    measured: `${rate(episodes.length, shifts)}: ${where(episodes)}`,
  });
  const bounded = (of: string, episodes: readonly Episode[], budget: number): Figure => ({
    ...figure(of, episodes),
    against: `≤ ${budget}`,
    met: episodes.length / shifts <= budget,
  });
  const [several, ofWindows] = [true, false].map((is) => all.filter((e) => (e.what === 'k-of-n') === is));
  return [
    bounded('episodes a shift in the whole plant', all, plan.alarm_budget.plant),
    ...plan.sites[0]!.areas.map(({ id, name }) => {
      const own = all.filter((episode) => episode.route === 'maintenance' && areaOf(episode) === id);
      return bounded(`episodes a shift to maintenance of ${name}`, own, plan.alarm_budget.maintenance);
    }),
    figure('of all of them, those of windows', ofWindows!),
    figure('of all of them, k of n', several!),
    {
      what: what('messages a shift about cells out of spec in a matter of safety, one a machine and characteristic'),
      measured: rate(
        weeks.reduce((sum, { safety }) => sum + safety, 0),
        // Of the first day nothing is known of the day before.
        (shifts * 6) / 7
      ),
    },
  ];
}

/** A number of events a shift, with the interval of their mean. */
function rate(events: number, shifts: number): string {
  const [low, high] = poissonInterval(events).map((n) => (n / shifts).toFixed(2));
  return `${(events / shifts).toFixed(2)} (${low} to ${high})`;
}

function where(episodes: readonly Episode[]): string {
  const counts = new Map<string, number>();
  for (const { characteristic, what } of episodes) {
    counts.set(`${characteristic} ${what}`, (counts.get(`${characteristic} ${what}`) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 6)
    .map(([kind, n]) => `${kind} ${n}`)
    .join(', ');
}
