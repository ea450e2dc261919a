import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '@cellthread/install';
import { type Benchmark } from '../Benchmark';

const PROBLEMS = 10_000;

/** TypeScript against Go on ten thousand random problems; the unit tests ask five hundred. */
export const agreement: Benchmark = {
  id: 'agreement',
  title: 'Statistics: TypeScript against Go',
  minutes: 1,
  async run() {
    const began = performance.now();
    const script = 'tools/spc/src/agreement/main.ts';
    const outcome = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, String(PROBLEMS)], {
      cwd: root,
      maxBuffer: 2 ** 26,
    }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
    const [, refused, differences] = /(\d+) refused by both, (\d+) differences/.exec(outcome.stdout) ?? [];
    return {
      figures: [
        {
          what: `differences in ${PROBLEMS.toLocaleString('en')} random problems, ${refused ?? '?'} of them refused by both`,
          measured: differences ?? 'no result',
          against: '0',
          met: differences === '0',
        },
      ],
      remarks: [
        `Equal within 1e-9 of a number or 1e-12 of the problem's largest; ${((performance.now() - began) / 1000).toFixed(0)} s in all.`,
      ],
    };
  },
};
