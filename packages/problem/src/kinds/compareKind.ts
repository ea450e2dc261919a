import { kruskalWallis } from '@cellthread/stats/tests/kruskalWallis';
import { permutationTest } from '@cellthread/stats/tests/permutationTest';
import { groupMoments } from '@cellthread/stats/tests/groupMoments';
import { welch } from '@cellthread/stats/tests/welch';
import { type Fields } from '../fields';
import { type ProblemKind } from '../kinds';
import { readReplicates } from '../readReplicates';
import { plain } from '../toJson';

/** Do groups differ? By permutation of clusters first, then by the tests for independent values. */
export const compareKind: ProblemKind = {
  id: 'compare',
  title: 'Comparison of groups',
  answer(fields: Fields) {
    const values = fields.numbers('values')!;
    const groups = fields.labels('groups', values.length)!;
    const clusters = fields.labels('clusters', values.length)?.ids;
    const replicates = readReplicates(fields, values.length, 1999);
    const seed = fields.number('seed');
    const count = groups.names.length;
    const { n, mean, ss } = groupMoments(values, groups.ids, count);
    const permutation = clusters ? permutationTest(values, groups.ids, clusters, { replicates, seed }) : null;
    const found = { welch: welch(values, groups.ids, count), kruskalWallis: kruskalWallis(values, groups.ids, count) };
    const warnings = [
      ...(clusters ? [] : ['without clusters the tests take every value as independent']),
      ...(clusters && !permutation
        ? ['permutation needs two groups, and four clusters where no cluster has values of two']
        : []),
      ...(found.welch ? [] : ['Welch needs two groups of two values with some spread']),
      ...(found.kruskalWallis ? [] : ['Kruskal–Wallis needs two groups and some spread']),
    ];
    return plain({
      kind: 'compare',
      groups: groups.names.map((name, g) => ({
        name,
        n: n[g],
        mean: n[g]! > 0 ? mean[g] : null,
        sd: n[g]! > 1 ? Math.sqrt(ss[g]! / (n[g]! - 1)) : null,
      })),
      permutation,
      ...found,
      warnings,
    }) as Record<string, unknown>;
  },
};
