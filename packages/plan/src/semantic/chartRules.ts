import type { SemanticRule } from './SemanticRule';
import { characteristicsIn } from './walk';

/** Charts of the spread within a subgroup. */
const ofSubgroups: readonly string[] = ['xbar-r', 'xbar-s'];

const subgroupSize: SemanticRule = (file) =>
  characteristicsIn(file).flatMap(({ characteristic: { chart = '', subgroup }, path }) =>
    ofSubgroups.includes(chart) && subgroup?.n === 1
      ? [
          {
            path: [...path, 'subgroup', 'n'],
            rule: `chart ${chart} shows the spread within subgroups, but n is 1`,
            advice: 'state n of 2 or more, or chart: i-mr',
          },
        ]
      : []
  );

export const chartRules: SemanticRule[] = [subgroupSize];
