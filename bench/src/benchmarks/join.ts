import { type Benchmark, type Figure } from '../Benchmark';
import { goBench } from '../goBench';
import { startLongLine } from '../longLine/startLongLine';
import { duration } from '../quantiles';
import { longLineCells, longLineEnv } from './longLineSize';

const BUDGET = 1.15;

/** Joins of several stations against the reads that they need. */
export const join: Benchmark = {
  id: 'join',
  title: 'join of k stations against the raw reads it needs',
  minutes: 4,
  async run(note) {
    const line = await startLongLine(longLineCells, note);
    try {
      const metrics = await goBench('types', 'LongLineJoin', { env: longLineEnv(line) });
      const cells = new Set<number>();
      const figures = Object.entries(metrics).map(([name, m]): Figure => {
        cells.add(m.cells!);
        return {
          what: `${name.split('=')[1]} stations, median of eleven`,
          measured: `${duration(m['join-p50-ms']!)} = ${m['join/raw']!.toFixed(2)} × the raw reads (fastest of each: ${m['fastest-join/raw']!.toFixed(2)} ×)`,
          against: `≤ ${BUDGET} × ${duration(m['raw-p50-ms']!)}`,
          met: m['join/raw']! <= BUDGET,
        };
      });
      return {
        figures,
        remarks: [
          `${[...cells].map((n) => n.toLocaleString('en')).join(', ')} cells: the first six days of the long line of \`one-cell\`, to data frames in the backend.`,
          'Joins and raw reads in turn. Raw reads: the statements that the join executed, decoded into the same columns, the anchor’s first and the others at once, without joining.',
        ],
      };
    } finally {
      await line.stop();
    }
  },
};
