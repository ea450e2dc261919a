import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { drawChart, normals, random } from '@cellthread/stats';
import { root } from '@cellthread/stack';
import { build } from 'esbuild';
import { type Benchmark, type Figure } from '../Benchmark';
import { goBench } from '../goBench';
import { duration, quantileOf } from '../quantiles';

const ROUNDS = 7;
const LARGEST = 1_000_000;
/** Between 10⁵ and 10⁶ points the time a point may grow by this much and still be called linear. */
const LINEAR = 1.5;

/** Charts and rules of the statistics package. */
export const statistics: Benchmark = {
  id: 'statistics',
  title: 'I-MR and all eight Nelson rules; size of the package',
  minutes: 2,
  async run() {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const draw = normals(random(1));
    const each = new Map<number, number>();
    const figures: Figure[] = [];
    for (let n = 1000; n <= LARGEST; n *= 10) {
      const values = Float64Array.from({ length: n }, draw);
      const charted = best(collect, () => drawChart('i-mr', { data: { values }, rules: ['nelson'] }));
      const bare = best(collect, () => momentsAndRanges(values));
      each.set(n, charted / n);
      figures.push({
        what: `${n.toLocaleString('en')} points: I-MR with limits and all eight Nelson rules`,
        measured: `${duration(charted)}, ${((charted * 1e6) / n).toFixed(0)} ns a point`,
        against: `a bare loop for mean and moving range: ${duration(bare)}`,
      });
    }
    const growth = each.get(LARGEST)! / each.get(LARGEST / 10)!;
    figures.push({
      what: 'time a point at a million against a hundred thousand',
      measured: `${growth.toFixed(2)} ×`,
      against: `linear: ≤ ${LINEAR} ×`,
      met: growth <= LINEAR,
    });
    const go = (await goBench('spc', 'IMRAndAllRules', { times: '20x' })).IMRAndAllRules!;
    figures.push({ what: '100 000 points in Go', measured: duration(go['ns/op']! / 1e6) });
    for (const [what, code] of bundles) {
      figures.push({ what: `bundle, minified: ${what}`, measured: await sizeOf(code) });
    }
    return {
      figures,
      remarks: [
        `Best of ${ROUNDS}, garbage collected before each, in Node.`,
        'Not measured: moments of simple-statistics and d3-array, which are no dependencies of the project.',
      ],
    };
  },
};

const bundles: ReadonlyArray<[string, string]> = [
  ['one constant (`c4`)', `import { c4 } from '@cellthread/stats'; console.log(c4(5));`],
  [
    'drawChart and evaluateRules',
    `import { drawChart, evaluateRules } from '@cellthread/stats'; console.log(drawChart, evaluateRules);`,
  ],
  ['everything', `import * as all from '@cellthread/stats'; console.log(all);`],
];

function best(collect: () => void, work: () => unknown): number {
  const times: number[] = [];
  for (let k = 0; k < ROUNDS; k++) {
    collect();
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  }
  return quantileOf(times, 0);
}

/** The least that anyone has to do for an individuals chart. */
function momentsAndRanges(values: Float64Array): [number, number] {
  let sum = 0;
  let ranges = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    ranges += i ? Math.abs(values[i]! - values[i - 1]!) : 0;
  }
  return [sum / values.length, ranges / (values.length - 1)];
}

async function sizeOf(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${root}/bench` },
    absWorkingDir: root,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    logLevel: 'error',
  });
  const code = outputFiles[0]!.contents;
  return `${(code.length / 1024).toFixed(1)} kB, gzip ${(gzipSync(code).length / 1024).toFixed(1)} kB`;
}
