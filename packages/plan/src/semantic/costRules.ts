import type { SemanticRule } from './SemanticRule';

/** A number alone is no cost. */
const inWhat: SemanticRule = ({ currency, stations }) =>
  stations.flatMap(({ cost_added }, s) =>
    cost_added === undefined || currency !== undefined
      ? []
      : [
          {
            path: ['stations', s, 'cost_added'],
            rule: `cost_added is ${cost_added}, and the plan has no currency`,
            advice: 'add currency to the plan, such as currency: EUR',
          },
        ]
  );

export const costRules: SemanticRule[] = [inWhat];
