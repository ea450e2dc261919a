import { type Benchmark, type Figure } from '../Benchmark';
import { goBench } from '../goBench';
import { duration } from '../quantiles';

const QUESTIONS: Record<string, string> = {
  yield: 'yield, all columns',
  'first-pass': 'yield, first pass alone',
  'by-place': 'yield by machine and position',
  'signals-fresh': 'cells out of spec',
  'signals-open': 'cells out of spec that nobody answered',
  conflicting: 'records that contradict each other, all open',
};

/** Yield and signals of a day of ten stations against the server alone. */
export const allStations: Benchmark = {
  id: 'all-stations',
  title: 'yield and signals of a day of ten stations',
  minutes: 2,
  async run() {
    const metrics = await goBench('types', 'BenchmarkOfAllStations', { times: '5x' });
    const figures: Figure[] = [];
    let visits = 0;
    for (const [name, what] of Object.entries(QUESTIONS)) {
      const m = metrics[`OfAllStations/${name}`]!;
      visits = m.visits!;
      figures.push(
        {
          what: `${what}, mean of five`,
          measured: duration(m['ns/op']! / 1e6),
          against: `the server alone: ${duration(m['server-ms']!)}`,
        },
        { what: '… processor time of the backend itself', measured: duration(m['own-cpu-ms/op']!) }
      );
    }
    return {
      figures,
      remarks: [
        `${visits.toLocaleString('en')} visits: 3 % with a second one, 1 % out of spec.`,
        'The server alone: the same statements one after the other, their answers thrown away, once, right after the five. The backend reads four stations at a time.',
      ],
    };
  },
};
