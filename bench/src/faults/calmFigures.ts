import { type Plan, stationOf } from '@cellthread/plan';
import { type Figure } from '../Benchmark';
import { poissonInterval } from '../poissonInterval';
import { type Episode } from './judge';

/** What is told in weeks in which nothing is wrong, a shift. */
export function calmFigures(plan: Plan, weeks: readonly Episode[][]): Figure[] {
  if (weeks.length === 0) {
    return [];
  }
  const shifts = weeks.length * 7 * Math.max(1, plan.sites[0]!.calendar.shifts.length);
  const rate = (episodes: readonly Episode[]) => {
    const [low, high] = poissonInterval(episodes.length).map((n) => (n / shifts).toFixed(2));
    return `${(episodes.length / shifts).toFixed(2)} (${low} to ${high}): ${where(episodes)}`;
  };
  const figure = (scope: string, episodes: readonly Episode[], budget: number): Figure => ({
    what: `${weeks.length} weeks of nothing: episodes a shift ${scope}`,
    measured: rate(episodes),
    against: `≤ ${budget}`,
    met: episodes.length / shifts <= budget,
  });
  const [several, all] = [true, false].map((is) => weeks.flat().filter(({ what }) => (what === 'k-of-n') === is)) as [
    Episode[],
    Episode[],
  ];
  const areaOf = ({ stream: { station } }: Episode) => stationOf(plan, station).areas[0];
  const areas = plan.sites[0]!.areas.map(({ id, name }) => {
    const own = all.filter((episode) => episode.route === 'maintenance' && areaOf(episode) === id);
    return figure(`to maintenance of ${name}`, own, plan.alarm_budget.maintenance);
  });
  return [
    figure('in the whole plant', all, plan.alarm_budget.plant),
    ...areas,
    {
      what: `${weeks.length} weeks of nothing: k of n beside them a shift in the whole plant`,
      measured: rate(several),
    },
  ];
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
