import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { type Part, freePortBase, portsFrom, startInflux } from '@cellthread/stack';
import { influxWrite } from 'cellthread-cli';
import { type Note } from '../Benchmark';
import { adminOf, type BenchInflux, rowsOf } from '../influx';
import { untilIdle } from '../parts/cpuSeconds';
import { longLineBatches } from './longLineBatches';
import { passes } from './passes';
import { pushPlan } from './pushPlan';

/** An InfluxDB that holds the long line. */
export interface RunningLongLine {
  influx: string;
  dataDir: string;
  cells: number;
  rows: number;
  days: number;
  fromMs: number;
  toMs: number;
  /** How long the loading took, in this or an earlier run. */
  loadedSeconds: number;
  stop(): Promise<void>;
}

interface Loaded {
  cells: number;
  days: number;
  fromMs: number;
  loadedSeconds: number;
}

const DAYS = 30;
const AT_ONCE = 3;
/** How long the database may go on compacting before it is measured all the same. */
const MOST_REST_S = 240;

/**
 * Starts an InfluxDB on the data of `cells` cells at ten stations, spread over thirty days; loads them first unless an
 * earlier run did. The data stay below `.cellthread/bench`.
 */
export async function startLongLine(cells: number, note: Note): Promise<RunningLongLine> {
  const dataDir = path.join(root, '.cellthread', 'bench', `long-line-${cells}`);
  const mark = path.join(dataDir, 'loaded.json');
  if (!existsSync(mark)) {
    rmSync(dataDir, { recursive: true, force: true });
  }
  mkdirSync(dataDir, { recursive: true });
  const ports = portsFrom(await freePortBase(22_000));
  const part: Part = await startInflux({ port: ports.influx, rpcPort: ports.influxRpc, dataDir });
  const influx = `http://127.0.0.1:${ports.influx}`;
  try {
    const loaded = existsSync(mark)
      ? (JSON.parse(readFileSync(mark, 'utf8')) as Loaded)
      : await load({ influx, dataDir }, cells, note);
    writeFileSync(mark, JSON.stringify(loaded));
    const rest = await untilIdle(part.pid, MOST_REST_S);
    note(`InfluxDB ${rest.idle ? 'came to rest' : 'still compacts'} after ${rest.seconds} s`);
    const { fromMs, days } = loaded;
    return {
      ...loaded,
      influx,
      dataDir,
      rows: cells * 10,
      toMs: fromMs + days * 86_400_000,
      stop: () => part.stop(),
    };
  } catch (error) {
    await part.stop();
    throw error;
  }
}

async function load(at: BenchInflux, cells: number, note: Note): Promise<Loaded> {
  const began = Date.now();
  const fromMs = Math.floor(began / 86_400_000 - DAYS - 1) * 86_400_000;
  await pushPlan(at);
  const batches = longLineBatches({ passes: passes(), cells, fromMs, days: DAYS });
  let lines = 0;
  let told = began;
  const writer = async () => {
    for (let next = batches.next(); !next.done; next = batches.next()) {
      const { database, lines: of } = next.value;
      await influxWrite(adminOf(at), `cellthread_${database}`, of);
      lines += of.length;
      if (Date.now() - told > 20_000) {
        told = Date.now();
        note(`loading: ${lines} of ${cells * 20} lines, ${Math.round((told - began) / 1000)} s`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
  const [count] = await rowsOf(at, 'cellthread_index', 'SELECT count(at) FROM item_index');
  if (count?.[1] !== cells * 10) {
    throw new Error(`${count?.[1]} pointers were stored of ${cells * 10}.`);
  }
  const loadedSeconds = Math.round((Date.now() - began) / 1000);
  note(`${lines} lines loaded in ${loadedSeconds} s`);
  return { cells, days: DAYS, fromMs, loadedSeconds };
}
