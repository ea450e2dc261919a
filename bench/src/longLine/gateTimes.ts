import { fnv, influxWrite } from 'cellthread-cli';
import { timed } from '../quantiles';
import { adminOf } from '../influx';
import { type Workbench } from '../parts/startWorkbench';
import { BUCKETS, CELLS_OF_A_LOT, longLineCell } from './longLineBatches';
import { type RunningLongLine } from './startLongLine';

const DAY_MS = 86_400_000;
const HELD_LOT = 'EL-0';

/** Milliseconds that a station waits for the answer whether a cell may pass. */
export interface GateTimes {
  /** Cells that may pass. */
  allowed: number[];
  /** Cells of a lot that was held before any of them existed. */
  heldBefore: number[];
}

/** Asks `GET cell-status` of cells by their numbers, and of as many whose lot was held the day before the first cell was made. */
export async function gateTimes(line: RunningLongLine, workbench: Workbench, cells: number[]): Promise<GateTimes> {
  await holdLot(line);
  const firstFree = CELLS_OF_A_LOT;
  const free = cells.map((cell) => Math.max(cell, firstFree));
  const held = cells.map((cell) => cell % CELLS_OF_A_LOT);
  return { allowed: await ask(workbench, free, 'allow'), heldBefore: await ask(workbench, held, 'deny') };
}

async function ask(workbench: Workbench, cells: number[], wanted: string): Promise<number[]> {
  const times: number[] = [];
  for (const cell of cells) {
    const id = longLineCell(cell);
    times.push(
      await timed(async () => {
        const response = await fetch(
          `${workbench.url}/api/datasources/uid/cellthread/resources/cell-status/${id}?station=module`
        );
        const text = await response.text();
        if ((JSON.parse(text) as { status?: string }).status !== wanted) {
          throw new Error(`A gate is told of ${id}: ${response.status} ${text}, not ${wanted}`);
        }
      })
    );
  }
  return times.slice(1);
}

/** Stores a hold on a lot, in the time before its cells. */
async function holdLot(line: RunningLongLine): Promise<void> {
  const ms = line.fromMs - DAY_MS;
  await influxWrite(adminOf(line), 'cellthread_record', [
    `event,bucket=${fnv(HELD_LOT) % BUCKETS},kind=hold,site=de1 event_id="hold-bench",hold_id="hold-bench",received_ms=${ms}i,` +
      `source="person",target_id="${HELD_LOT}",target_type="lot",text="water" ${ms}000000`,
  ]);
}
