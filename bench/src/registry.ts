import { type Benchmark } from './Benchmark';
import { agreement } from './benchmarks/agreement';
import { allStations } from './benchmarks/allStations';
import { chart } from './benchmarks/chart';
import { faults } from './benchmarks/faults';
import { frames } from './benchmarks/frames';
import { fresh } from './benchmarks/fresh';
import { ingest } from './benchmarks/ingest';
import { join } from './benchmarks/join';
import { losses } from './benchmarks/losses';
import { million } from './benchmarks/million';
import { oneCell } from './benchmarks/oneCell';
import { outages } from './benchmarks/outages';
import { recordToHeld } from './benchmarks/recordToHeld';
import { recordToPerson } from './benchmarks/recordToPerson';
import { start } from './benchmarks/start';
import { statistics } from './benchmarks/statistics';
import { statisticsStreams } from './benchmarks/statisticsStreams';
import { told } from './benchmarks/told';
import { traveler } from './benchmarks/traveler';
import { viewers } from './benchmarks/viewers';

/** All benchmarks, in the order of the results. */
export const benchmarks: readonly Benchmark[] = [
  oneCell,
  join,
  frames,
  allStations,
  ingest,
  outages,
  fresh,
  recordToHeld,
  recordToPerson,
  traveler,
  chart,
  start,
  viewers,
  statistics,
  statisticsStreams,
  agreement,
  faults,
  told,
  losses,
  million,
];
