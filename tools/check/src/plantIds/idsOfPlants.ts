import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { loadPlan } from '@cellthread/plan/load';

/** Ids of the stations, characteristics and raw values of every plant in `plants/`. */
export function idsOfPlants(): Set<string> {
  const plans = readdirSync(path.join(root, 'plants'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => loadPlan(path.join(root, 'plants', name, 'plan.yaml')));
  return new Set(
    plans.flatMap(({ stations }) =>
      stations.flatMap(({ id, characteristics, raw_values }) => [
        id,
        ...characteristics.map((c) => c.id),
        ...raw_values.map((r) => r.id),
      ])
    )
  );
}
