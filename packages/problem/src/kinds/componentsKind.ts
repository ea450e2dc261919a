import { nestedComponents } from '@cellthread/stats/components/nestedComponents';
import { varianceComponents } from '@cellthread/stats/components/varianceComponents';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { plain } from '../toJson';

/** Variance between and within groups; with `outer` two nested factors (`groups` inside `outer`). */
export const componentsKind: ProblemKind = {
  id: 'components',
  title: 'Variance components',
  answer(fields: Fields) {
    const values = fields.numbers('values')!;
    const groups = fields.labels('groups', values.length)!.ids;
    const outer = fields.labels('outer', values.length)?.ids;
    if (outer) {
      // The same inner name in two outer groups means two groups.
      const ids = new Map<string, number>();
      const inner = groups.map((g, i) => {
        const key = `${outer[i]}/${g}`;
        ids.set(key, ids.get(key) ?? ids.size);
        return ids.get(key)!;
      });
      const found = nestedComponents(values, outer, inner);
      const reason = 'needs two outer groups, one of them with two inner ones, and an inner one with two values';
      return plain({ kind: 'components', ...found, warnings: found ? [] : [reason] }) as Record<string, unknown>;
    }
    const order = Array.from(groups.keys()).sort((a, b) => groups[a]! - groups[b]! || a - b);
    const starts: number[] = [];
    order.forEach((i, k) => {
      if (k === 0 || groups[i] !== groups[order[k - 1]!]) {
        starts.push(k);
      }
    });
    const sorted = Float64Array.from(order, (i) => values[i]!);
    const found = varianceComponents({ values: sorted, starts: Int32Array.from(starts) });
    const warnings = !found
      ? ['needs two groups, and one of them with two values']
      : found.sigmaWithin === 0
        ? ['no spread within groups: F cannot be given']
        : [];
    return plain({ kind: 'components', ...found, warnings }) as Record<string, unknown>;
  },
};
