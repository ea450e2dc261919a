import { median } from '../quantiles';
import { allocationWorks, POINTS } from './allocationWorks';

/** Bytes a point: objects on the heap, and typed arrays that the result is made of. */
export interface Allocation {
  objects: number;
  arrays: number;
}

const WARM = 80;
const SAMPLES = 21;

/** Bytes of the typed arrays that can be reached from a result. */
function arrayBytes(result: unknown, seen = new Set<unknown>()): number {
  if (result === null || typeof result !== 'object' || seen.has(result)) {
    return 0;
  }
  seen.add(result);
  if (ArrayBuffer.isView(result)) {
    return result.byteLength;
  }
  return Object.values(result).reduce((sum: number, part) => sum + arrayBytes(part, seen), 0);
}

/**
 * Bytes on the heap that a work leaves, garbage included, in a process of its own whose young generation is so large that
 * it is hardly ever collected. The median of runs after the first ones, which are interpreted: V8's interpreter puts every
 * double on the heap. Nothing is collected between them, for that makes V8 forget what it has compiled.
 */
function measure(what: string): Allocation {
  const [, data, work] = allocationWorks.find(([name]) => name === what)!;
  const own = data(POINTS);
  const bytes: number[] = [];
  for (let i = -WARM; i < SAMPLES; i++) {
    const before = process.memoryUsage().heapUsed;
    work(own);
    const left = process.memoryUsage().heapUsed - before;
    if (i >= 0) {
      bytes.push(left);
    }
  }
  return { objects: median(bytes) / POINTS, arrays: arrayBytes(work(own)) / POINTS };
}

process.stdout.write(JSON.stringify(measure(process.argv[2]!)));
