import { random } from '@cellthread/stats';
import { type Benchmark, type Figure } from '../Benchmark';
import { goBench } from '../goBench';
import { rowsOf } from '../influx';
import { type GateTimes, gateTimes } from '../longLine/gateTimes';
import { longLineCell } from '../longLine/longLineBatches';
import { type RunningLongLine, startLongLine } from '../longLine/startLongLine';
import { startWorkbench } from '../parts/startWorkbench';
import { duration, median, quantileOf, timed } from '../quantiles';
import { longLineCells, longLineEnv } from './longLineSize';

const BUDGET_MS = 20;
const GATE_BUDGET_MS = 50;
const ROUNDS = 50;

/** One cell's ten stations out of ten million rows, by its ID alone. */
export const oneCell: Benchmark = {
  id: 'one-cell',
  title: 'one cell at ten stations, out of ten million rows',
  minutes: longLineCells < 1_000_000 ? 2 : 4,
  async run(note) {
    const line = await startLongLine(longLineCells, note);
    try {
      const scans = await scan(line);
      note('scans done');
      const backend = (await goBench('types', 'LongLineOneCell', { env: longLineEnv(line) })).LongLineOneCell!;
      const { whole, gateWhole } = await throughWorkbench(line);
      const against = `≤ ${BUDGET_MS} ms`;
      const inBackend = backend['ten-stations-p50-ms']!;
      const gate = backend['gate-p50-ms']!;
      const figures: Figure[] = [
        {
          what: 'ten stations in the backend, median',
          measured: duration(inBackend),
          against,
          met: inBackend <= BUDGET_MS,
        },
        {
          what: '… fastest / p95',
          measured: `${duration(backend['ten-stations-fastest-ms']!)} / ${duration(backend['ten-stations-p95-ms']!)}`,
        },
        { what: 'whole traveler in the backend, median', measured: duration(backend['whole-traveler-p50-ms']!) },
        {
          what: 'what a gate is told (`cell-status`) in the backend, median',
          measured: duration(gate),
          against: `≤ ${GATE_BUDGET_MS} ms`,
          met: gate <= GATE_BUDGET_MS,
        },
        {
          what: '… fastest / p95',
          measured: `${duration(backend['gate-fastest-ms']!)} / ${duration(backend['gate-p95-ms']!)}`,
        },
        ...gateFigures('`cell-status` through HTTP, workbench, gRPC and plugin, median', gateWhole.allowed),
        ...gateFigures('… of a cell that did not exist when its lot was held, median', gateWhole.heldBefore),
        {
          what: 'ten stations through HTTP, workbench, gRPC and plugin, median',
          measured: duration(median(whole)),
          against,
          met: median(whole) <= BUDGET_MS,
        },
        {
          what: '… fastest / p95',
          measured: `${duration(quantileOf(whole, 0))} / ${duration(quantileOf(whole, 0.95))}`,
        },
        {
          what: 'competitor: `SELECT * … WHERE cell_id = …` at one station, median',
          measured: duration(median(scans)),
          against: `${Math.round((median(scans) * 10) / inBackend)} × slower for ten stations`,
        },
      ];
      const about = `${line.rows.toLocaleString('en')} visits and as many pointers over ${line.days} days of index`;
      return {
        figures,
        remarks: [
          `${about}, ${ROUNDS} random cells each. Loaded in ${line.loadedSeconds} s by line protocol in batches of 5 000; measured when the database had come to rest from compacting.`,
          'Not measured: a year of index.',
        ],
      };
    } finally {
      await line.stop();
    }
  },
};

/** Times of the query that has no index, at one station. */
async function scan(line: RunningLongLine): Promise<number[]> {
  const times: number[] = [];
  for (let k = 0; k < 3; k++) {
    const params = { cell: longLineCell(randomCell(line, k)) };
    const statement = 'SELECT * FROM filling WHERE cell_id = $cell';
    times.push(await timed(() => rowsOf(line, 'cellthread_visits', statement, { params })));
  }
  return times;
}

function gateFigures(what: string, times: number[]): Figure[] {
  return [
    {
      what,
      measured: duration(median(times)),
      against: `≤ ${GATE_BUDGET_MS} ms`,
      met: median(times) <= GATE_BUDGET_MS,
    },
    { what: '… fastest / p95', measured: `${duration(quantileOf(times, 0))} / ${duration(quantileOf(times, 0.95))}` },
  ];
}

async function throughWorkbench(line: RunningLongLine): Promise<{ whole: number[]; gateWhole: GateTimes }> {
  const workbench = await startWorkbench(line);
  try {
    const times: number[] = [];
    for (let k = 0; k <= ROUNDS; k++) {
      const query = { queryType: 'traveler', cellId: longLineCell(randomCell(line, k)), parts: ['operations'] };
      times.push(
        await timed(async () => {
          const [frame] = await workbench.query(query, line.fromMs, line.toMs);
          if (frame?.data.values[0]?.length !== 10) {
            throw new Error(`${query.cellId} has ${frame?.data.values[0]?.length ?? 0} of its ten stations`);
          }
        })
      );
    }
    const cells = times.map((_, k) => randomCell(line, ROUNDS + 1 + k));
    return { whole: times.slice(1), gateWhole: await gateTimes(line, workbench, cells) };
  } finally {
    await workbench.stop();
  }
}

/** One of all cells, the same in every run. */
const randomCell = ({ cells }: RunningLongLine, k: number) => Math.floor(random(k)() * cells);
