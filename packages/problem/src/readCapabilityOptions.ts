import { type CapabilityOptions } from '@cellthread/stats/capability/types';
import { type Fields } from './fields';

/** How intervals of capability are made. */
export function readCapabilityOptions(fields: Fields): CapabilityOptions {
  return {
    confidence: fields.number('confidence'),
    intervalDf: fields.text('intervalDf'),
    cpmForm: fields.text('cpmForm'),
    replicates: fields.number('replicates'),
    seed: fields.number('seed'),
  };
}
