import { limitModels, limitParameters } from '@cellthread/plan';
import type { Generator } from './generator';

/** What the numbers of control limits may be, for the backend, which reads rows that others wrote as well. */
export const limitParametersOfBackend: Generator = {
  id: 'limit-parameters',
  outputs: () => ({
    'plugins/datasource/cells/pkg/spc/limitparameters.json': JSON.stringify({
      parameters: limitParameters,
      models: limitModels,
    }),
  }),
};
