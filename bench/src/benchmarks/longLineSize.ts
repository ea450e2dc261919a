import { readerEnv } from '@cellthread/stack';
import { type RunningLongLine } from '../longLine/startLongLine';

/** Cells of the long line, ten visits each; smaller for trying a benchmark out. */
export const longLineCells = Number(process.env.CELLTHREAD_BENCH_CELLS ?? 1_000_000);

/** Where the Go benchmarks find the long line. */
export const longLineEnv = (line: RunningLongLine): Record<string, string> => ({
  CELLTHREAD_BENCH_INFLUX: line.influx,
  ...readerEnv(line.dataDir),
  CELLTHREAD_BENCH_CELLS: String(line.cells),
  CELLTHREAD_BENCH_FROM_MS: String(line.fromMs),
  CELLTHREAD_BENCH_TO_MS: String(line.toMs),
});
