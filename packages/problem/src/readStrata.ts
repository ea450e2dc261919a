import { type StratumModel } from '@cellthread/stats/charts/types';
import { type Fields } from './fields';
import { ProblemError } from './ProblemError';

/**
 * `strata` of a model, in the order of the data's groups; a group without one has no limits. `id` is the name of a group; one
 * that the data do not have is added to `groups`.
 */
export function readStrata(model: Fields, groups: string[]): StratumModel[] | undefined {
  const list = model.objects('strata');
  if (!list) {
    return undefined;
  }
  const strata: StratumModel[] = [];
  list.forEach((own) => {
    const given = String(own.get('id'));
    const known = groups.indexOf(given);
    const id = known < 0 ? groups.push(given) - 1 : known;
    if (strata[id]) {
      throw new ProblemError(own.name('id'), 'is listed twice');
    }
    strata[id] = {
      id,
      centre: own.number('centre') ?? NaN,
      sigmaWithin: own.number('sigmaWithin') ?? NaN,
      sigmaPlotted: own.number('sigmaPlotted') ?? NaN,
      subgroupSize: own.number('subgroupSize') ?? NaN,
      points: own.number('points') ?? 0,
    };
  });
  return groups.map((_, id) => strata[id] ?? without(id));
}

const without = (id: number): StratumModel => ({
  id,
  centre: NaN,
  sigmaWithin: NaN,
  sigmaPlotted: NaN,
  subgroupSize: NaN,
  points: 0,
});
