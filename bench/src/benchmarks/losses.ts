import { type Benchmark } from '../Benchmark';
import { goBench } from '../goBench';
import { duration } from '../quantiles';

/** What a dashboard may take until its last panel is drawn. */
const BUDGET_MS = 2000;

/** What the episodes of a week cost. */
export const losses: Benchmark = {
  id: 'losses',
  title: 'what the episodes of a week cost, five stations and 4 320 cells a day',
  minutes: 2,
  async run() {
    const { Losses: took } = await goBench('types', 'BenchmarkLosses');
    const again = took!['again-ms']!;
    return {
      figures: [
        { what: 'the first answer after a start, which reads sixteen days', measured: duration(took!['first-ms']!) },
        { what: 'again', measured: duration(again), against: `≤ ${duration(BUDGET_MS)}`, met: again <= BUDGET_MS },
      ],
      remarks: [],
    };
  },
};
