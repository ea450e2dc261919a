import schema from '../../../docs/spc-problem.schema.json';
import type { Generator } from './generator';

/** The schema of statistical problems, where Go can embed it. */
export const problemSchemaOfBackend: Generator = {
  id: 'problem-schema',
  outputs: () => ({
    'plugins/datasource/cells/pkg/spc/problem/spc-problem.schema.json': JSON.stringify(schema),
  }),
};
