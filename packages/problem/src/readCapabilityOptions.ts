import { type CapabilityOptions } from '@cellthread/stats/capability/types';
import { type Fields } from './fields';

/** How intervals of capability are made. */
export function readCapabilityOptions(fields: Fields): CapabilityOptions {
  return {
    confidence: fields.number('confidence', 0.5, 0.9999),
    intervalDf: fields.choice('intervalDf', ['estimator', 'minitab', 'n-1'] as const),
    cpmForm: fields.choice('cpmForm', ['nist', 'minitab'] as const),
    replicates: fields.whole('replicates', 100, 1e6),
    seed: fields.whole('seed', 0, 4294967295),
  };
}
