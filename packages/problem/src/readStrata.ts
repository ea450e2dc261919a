import { type StratumModel } from '@cellthread/stats/charts/types';
import { Fields, ProblemError } from './fields';

/**
 * `strata` of a model, in the order of the data's groups; a group without one has no limits. `id` is the name of a group; one
 * that the data do not have is added to `groups`.
 */
export function readStrata(model: Fields, groups: string[]): StratumModel[] | undefined {
  const list = model.list('strata');
  if (!list) {
    return undefined;
  }
  const strata: StratumModel[] = [];
  list.forEach((entry, i) => {
    const own = Fields.of(entry, `${model.name('strata')}[${i}]`);
    const given = own.needed('id', own.label('id'));
    const known = groups.indexOf(given);
    const id = known < 0 ? groups.push(given) - 1 : known;
    if (strata[id]) {
      throw new ProblemError(own.name('id'), 'is listed twice');
    }
    strata[id] = {
      id,
      centre: own.number('centre') ?? NaN,
      sigmaWithin: own.number('sigmaWithin', 0) ?? NaN,
      sigmaPlotted: own.number('sigmaPlotted', 0) ?? NaN,
      subgroupSize: own.number('subgroupSize', 1) ?? NaN,
      points: own.whole('points', 0) ?? 0,
    };
    own.refuseOthers();
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
