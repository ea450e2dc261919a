import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '@cellthread/install';
import { type Figure } from '../../Benchmark';
import { allocationWorks } from '../allocationWorks';
import { type Allocation } from '../measureAllocations';

/** Even a boxed double takes 16 bytes. */
const NOTHING = 8;
/** MB that works may leave before the collector runs. */
const YOUNG = 1024;
/** On a busy machine a compiler beside the program would be done after the last sample. */
const COMPILED = ['--no-concurrent-recompilation', '--no-concurrent-osr'];

/** Bytes of objects a point, and of the typed arrays that results are made of. */
export async function allocationFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what] of allocationWorks) {
    const space = [`--min-semi-space-size=${YOUNG}`, `--max-semi-space-size=${YOUNG}`];
    const args = [...space, ...COMPILED, '--import', 'tsx', 'bench/src/stats/measureAllocations.ts', what];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    const { objects, arrays } = JSON.parse(stdout) as Allocation;
    figures.push({
      what: `objects a value: ${what}`,
      measured: `${Math.max(0, objects).toFixed(2)} bytes; typed arrays of the result ${arrays.toFixed(0)} bytes`,
      against: `none (< ${NOTHING} bytes)`,
      met: objects < NOTHING,
    });
  }
  return figures;
}
