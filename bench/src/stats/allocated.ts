import { type HeapProfiler, Session } from 'node:inspector';
import { collect } from './fastest';

const INTERVAL = 512;
/** Before this many calls V8 may still interpret a loop, and its interpreter puts every double on the heap. */
const WARM = 10;
const SAMPLES = 3;

/** What a work took: bytes of objects on the heap, collected since or not, and bytes of typed arrays that its result holds. */
export interface Allocated {
  objects: number;
  arrays: number;
}

/** Allocation of a work once it is compiled, by V8's sampling profiler (every 512 bytes): the least of three. */
export function allocated(work: () => unknown): Allocated {
  for (let i = 0; i < WARM; i++) {
    work();
  }
  let best: Allocated = { objects: Infinity, arrays: NaN };
  for (let i = 0; i < SAMPLES; i++) {
    const found = once(work);
    best = found.objects < best.objects ? found : best;
  }
  return best;
}

function once(work: () => unknown): Allocated {
  collect();
  const session = new Session();
  session.connect();
  const before = process.memoryUsage().arrayBuffers;
  session.post('HeapProfiler.startSampling', {
    samplingInterval: INTERVAL,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  } as HeapProfiler.StartSamplingParameterType);
  const result = [work()];
  let objects = NaN;
  // Posted within one process, the answer is there when the call returns.
  session.post('HeapProfiler.stopSampling', (error, answer) => {
    objects = error ? NaN : bytesOf(answer.profile.head);
  });
  session.disconnect();
  collect();
  const arrays = process.memoryUsage().arrayBuffers - before;
  // Until here the result must not be collected.
  result.pop();
  return { objects, arrays };
}

function bytesOf({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number {
  return children.reduce((sum, child) => sum + bytesOf(child), selfSize);
}
