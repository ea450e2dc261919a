import { type PlanStretch } from '@cellthread/chart';

/**
 * The columns by which the limits in force differ, as few as tell them apart and in the plan's order: limits of
 * "equipment=filler-02,position=nozzle-4" that are equal for all nozzles of a filler differ by equipment alone. None
 * where every stratum has the same limits: values under different limits are different processes, and one moving range
 * or run over both would mean nothing.
 */
export function strataOfLimits(stretches: readonly PlanStretch[]): string[] {
  const signatures = new Map<string, string[]>();
  for (const s of stretches) {
    const key = `${s.product}\u0000${s.stratum}`;
    const { from, to, lsl, usl, centre, sigmaWithin, lcl, ucl } = s;
    signatures.set(key, [
      ...(signatures.get(key) ?? []),
      JSON.stringify([from, to, lsl, usl, centre, sigmaWithin, lcl, ucl]),
    ]);
  }
  const strata = [...signatures].map(([key, parts]) => {
    const [product = '', stratum = ''] = key.split('\u0000');
    return { product, pairs: stratum.includes('=') ? stratum.split(',') : [], signature: parts.join() };
  });
  const names = (strata[0]?.pairs ?? []).map((pair) => pair.slice(0, pair.indexOf('=')));
  for (let k = 0; k < names.length; k++) {
    const known = new Map<string, string>();
    const told = strata.every(({ product, pairs, signature }) => {
      const prefix = [product, ...pairs.slice(0, k)].join();
      const before = known.get(prefix) ?? signature;
      known.set(prefix, before);
      return before === signature;
    });
    if (told) {
      return names.slice(0, k);
    }
  }
  return names;
}
