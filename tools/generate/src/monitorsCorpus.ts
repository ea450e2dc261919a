import path from 'node:path';
import { root } from '@cellthread/install';
import { monitorsOf, type Plan, planRows } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';
import type { Generator } from './generator';

const folder = 'packages/plan/corpus/monitors';

const spelled = (plan: Plan) =>
  plan.sites.flatMap((site) =>
    plan.products.flatMap(({ id: product }) =>
      monitorsOf(plan, site, product).map(({ streams, ...monitor }) => ({
        site: site.id,
        product,
        ...monitor,
        streams: streams.map(({ line, equipment, position }) => `${line}/${equipment}/${position}`),
      }))
    )
  );

/** The monitors of a small plan and its rows, by which the datasource is held to make the same ones. */
export const monitorsCorpus: Generator = {
  id: 'monitors-corpus',
  outputs: () => {
    const plan = loadPlan(path.join(root, folder, 'plan.yaml'));
    return {
      [`${folder}/rows.json`]: JSON.stringify(planRows(plan)),
      [`${folder}/monitors.json`]: JSON.stringify(spelled(plan)),
    };
  },
};
