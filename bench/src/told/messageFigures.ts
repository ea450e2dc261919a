import { loadPlan } from '@cellthread/plan/load';
import { type Figure } from '../Benchmark';
import { poissonInterval } from '../poissonInterval';
import type { ToldBy } from './messages';

const SHIFT_HOURS = 8;

/** How many messages came a shift: in the whole plant, and to each team. */
export function messageFigures(all: readonly ToldBy[], hours: number): Figure[] {
  const shifts = hours / SHIFT_HOURS;
  const { plant } = loadPlan().alarm_budget;
  const figure = (whom: string, of: readonly ToldBy[], budget?: number): Figure => {
    const n = of.reduce((sum, { firing }) => sum + firing, 0);
    const [low, high] = poissonInterval(n).map((count) => (count / shifts).toFixed(2));
    return {
      what: `messages a shift to ${whom}`,
      measured: `${(n / shifts).toFixed(2)} (${low} to ${high}): ${n} in ${hours} h`,
      ...(budget !== undefined && { against: `≤ ${budget}`, met: n / shifts <= budget }),
    };
  };
  const teams = [...new Set(all.map(({ team }) => team))].sort();
  return [
    figure('people in the whole plant', all, plant),
    ...teams.map((team) =>
      figure(
        team,
        all.filter((one) => one.team === team)
      )
    ),
  ];
}
