import { reservedNames } from '@cellthread/plan';
import type { Generator } from '../generator';

const quote = (text: string): string => JSON.stringify(text);

/** What Telegraf's scripts know of the plan; Starlark cannot read files. */
export const telegrafConstants: Generator = {
  id: 'telegraf-constants',
  outputs: (plan) => ({
    'telegraf/processors/constants.gen.star': `${[
      '# Generated from control-plan/plan.yaml by `npm run gen`: do not edit.',
      '',
      'STATIONS = {',
      ...plan.stations.map(
        ({ id, item, time_resolution }) =>
          `    ${quote(id)}: {"item": ${quote(item)}, "resolution": ${quote(time_resolution)}},`
      ),
      '}',
      `PRODUCTS = [${plan.products.map(({ id }) => quote(id)).join(', ')}]`,
      `BUCKETS = ${plan.buckets}`,
      `PERSONAL_DATA = ${quote(plan.personal_data)}`,
      'RESERVED = [',
      ...reservedNames.map((name) => `    ${quote(name)},`),
      ']',
    ].join('\n')}\n`,
  }),
};
