import { censoredFit } from '@cellthread/stats/capability/censoredFit';
import { capabilityIndices } from '@cellthread/stats/capability/indices';
import { expectedOutOfSpec } from '@cellthread/stats/capability/outOfSpec';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { ProblemError } from '../ProblemError';
import { readSpec } from '../readSpec';
import { plain } from '../toJson';

/** Capability where some values are only bounds: `below` and `above` list their places. */
export const censoredKind: ProblemKind = {
  id: 'censored',
  title: 'Capability of censored values',
  answer(fields: Fields) {
    const values = fields.numbers('values')!;
    const side = new Int8Array(values.length);
    fields.indices('below', values.length)?.forEach((i) => (side[i] = -1));
    fields.indices('above', values.length)?.forEach((i, at) => {
      if (side[i] === -1) {
        throw new ProblemError(`${fields.name('above')}[${at}]`, `place ${i} is listed in below as well`);
      }
      side[i] = 1;
    });
    const spec = readSpec(fields);
    const fit = censoredFit(values, side);
    if (!fit) {
      const n = values.reduce((count, x) => count + (x === x ? 1 : 0), 0);
      return { kind: 'censored', n, mean: null, sigma: null, warnings: ['needs two different exact values'] };
    }
    const { pp, ppk, ppl, ppu } = capabilityIndices(fit.mean, null, fit.sigma, spec ?? {});
    const ppm = spec ? expectedOutOfSpec(fit.mean, fit.sigma, spec) : null;
    return plain({ kind: 'censored', ...fit, pp, ppk, ppl, ppu, ppm, warnings: [] }) as Record<string, unknown>;
  },
};
