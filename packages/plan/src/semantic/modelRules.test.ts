import schema from '../../../../control-plan/schema.json';
import { type Bound, limitModels, limitParameters } from '../limitParameters';
import { checkPlan } from '../parsePlan';
import { planWith } from '../planWith';
import { vocabulary } from '../vocabulary';

const rules = (stated: string): string[] =>
  checkPlan(
    planWith({
      rest: `control_limits: [{ station: press, characteristic: force, status: provisional, ${stated} }]`,
    })
  ).problems.map(({ path, rule }) => `${path.slice(2).join('/')}: ${rule}`);

describe('the numbers of control limits are possible for their model', () => {
  test.each([
    ['model: normal, centre: 1, sigma_within: 0', ': normal control limits need sigma_plotted above 0, but it is 0'],
    [
      'model: lognormal, centre: 1, sigma_within: 0',
      ': lognormal control limits need sigma_plotted above 0, but it is 0',
    ],
    [
      'model: lognormal, centre: -3, sigma_within: 1',
      'centre: lognormal control limits need centre above 0, but it is -3',
    ],
    [
      'model: lognormal, centre: 0, sigma_within: 1',
      'centre: lognormal control limits need centre above 0, but it is 0',
    ],
    [
      'model: folded, centre: -1, sigma_within: 1',
      'centre: folded control limits need centre at least 0, but it is -1',
    ],
    [
      'model: p, centre: 1.2, sigma_within: 0, subgroup_n: 50',
      'centre: p control limits need centre above 0 and below 1, but it is 1.2',
    ],
    ['model: p, centre: 0.1, sigma_within: 0', ': p control limits need subgroup_n whole and at least 2, but it is 1'],
    [
      'model: np, centre: 50, sigma_within: 0, subgroup_n: 50',
      'centre: np control limits need centre above 0 and below subgroup_n, but it is 50',
    ],
    [
      'model: laney, centre: 0.1, sigma_within: 1',
      ': laney control limits need subgroup_n whole and at least 2, but it is 1',
    ],
    [
      'model: laney, centre: 0.1, sigma_within: 0, subgroup_n: 50',
      'sigma_within: laney control limits need sigma_within above 0, but it is 0',
    ],
    [
      "model: normal, centre: 1, sigma_within: 1, window: '0m'",
      'window: normal control limits need window above 0, but it is 0',
    ],
    ['model: c, centre: 0, sigma_within: 0', 'centre: c control limits need centre above 0, but it is 0'],
  ])('%s', (stated, problem) => {
    expect(rules(stated)).toEqual([problem]);
  });

  test.each([
    'model: normal, centre: -1, sigma_within: 0, sigma_between: 1',
    'model: lognormal, centre: 0.002, sigma_within: 0.4',
    'model: p, centre: 0.02, sigma_within: 0, subgroup_n: 500',
    'model: np, centre: 10, sigma_within: 0, subgroup_n: 500',
    'model: laney, centre: 0.02, sigma_within: 1.4, subgroup_n: 500',
    'model: sisters, centre: 0, sigma_within: 1, lambda: 1, l: 2.7, k: 3',
  ])('%s is possible', (stated) => {
    expect(rules(stated)).toEqual([]);
  });
});

test('every model of the vocabulary says what its numbers may be', () => {
  expect(Object.keys(limitModels)).toEqual([...vocabulary.model]);
});

test('the editor refuses what no model can have', () => {
  const stated = schema.$defs.control_limit.properties as unknown as Record<
    string,
    { minimum?: number; exclusiveMinimum?: number; maximum?: number }
  >;
  for (const [name, { above, least, most }] of Object.entries<Bound>(limitParameters)) {
    if (name !== 'window') {
      expect([name, stated[name]!.exclusiveMinimum, stated[name]!.minimum, stated[name]!.maximum]).toEqual([
        name,
        above,
        least,
        most,
      ]);
    }
  }
});
