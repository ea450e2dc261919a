import { type Spec } from '@cellthread/stats/capability/types';
import { type Fields } from './fields';
import { ProblemError } from './ProblemError';

/** `spec`: {lsl, target, usl}, at least one of the limits. */
export function readSpec(fields: Fields): Spec | undefined {
  const own = fields.object('spec');
  if (!own) {
    return undefined;
  }
  const spec = { lsl: own.number('lsl'), target: own.number('target'), usl: own.number('usl') };
  if (spec.lsl === undefined && spec.usl === undefined) {
    throw new ProblemError(own.name('lsl'), 'spec needs lsl or usl');
  }
  if (spec.lsl !== undefined && spec.usl !== undefined && spec.lsl >= spec.usl) {
    throw new ProblemError(own.name('lsl'), `must lie below usl (${spec.usl}), not at ${spec.lsl}`);
  }
  return spec;
}
