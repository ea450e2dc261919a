import { rowKinds } from '@cellthread/plan';
import type { Generator } from './generator';

/** Tags and fields of the plan's rows with their types, for the backend, which stores rows that were approved. */
export const planColumnsOfBackend: Generator = {
  id: 'plan-columns',
  outputs: () => ({
    'plugins/datasource/cells/pkg/plan/columns.json': JSON.stringify(
      Object.fromEntries(
        rowKinds.map(({ measurement, tags, fields }) => [
          measurement,
          {
            tags: Object.keys(tags),
            fields: Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, type])),
          },
        ])
      )
    ),
  }),
};
