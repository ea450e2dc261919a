import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '@cellthread/install';
import { freePortBase, portsFrom, startInflux } from '@cellthread/stack';
import { influxWrite } from 'cellthread-cli';
import { type Note } from '../Benchmark';
import { adminOf, type BenchInflux } from '../influx';
import { pushPlan } from '../longLine/pushPlan';
import { untilIdle } from '../parts/cpuSeconds';
import { dayBatches } from './dayBatches';
import { scaledPlant } from './scaledPlant';

/** An InfluxDB that holds a day of a plant. */
export interface RunningDay extends BenchInflux {
  rows: number;
  machines: number;
  loadedSeconds: number;
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const AT_ONCE = 3;
/** How long the database may go on compacting before it is measured all the same. */
const MOST_REST_S = 120;

/**
 * Starts an InfluxDB and loads some hours of the default plant with every line `times` times. They end in an hour, so that steps
 * of them end while it is looked at. The data stay below `.cellthread/bench` until the next run.
 */
export async function startMillion(cells: number, hours: number, times: number, note: Note): Promise<RunningDay> {
  const dataDir = path.join(root, '.cellthread', 'bench', 'million');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const { dir, plan } = scaledPlant(path.join(dataDir, 'plant'), times);
  const ports = portsFrom(await freePortBase(22_000));
  const part = await startInflux({ port: ports.influx, rpcPort: ports.influxRpc, dataDir });
  const at = { influx: `http://127.0.0.1:${ports.influx}`, dataDir };
  try {
    await pushPlan(at, dir);
    const began = Date.now();
    const batches = dayBatches({ plan, cells, hours, fromMs: began - (hours - 1) * HOUR_MS });
    let rows = 0;
    let told = began;
    const writer = async () => {
      for (let next = batches.next(); !next.done; next = batches.next()) {
        await influxWrite(adminOf(at), 'cellthread_visits', next.value);
        rows += next.value.length;
        if (Date.now() - told > 20_000) {
          told = Date.now();
          note(`loading: ${rows.toLocaleString('en')} rows, ${Math.round((told - began) / 1000)} s`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, writer));
    const loadedSeconds = Math.round((Date.now() - began) / 1000);
    const rest = await untilIdle(part.pid, MOST_REST_S);
    note(
      `${rows} rows in ${loadedSeconds} s; InfluxDB ${rest.idle ? 'came to rest' : 'still compacts'} after ${rest.seconds} s`
    );
    return { ...at, rows, machines: plan.equipment.length, loadedSeconds, stop: () => part.stop() };
  } catch (error) {
    await part.stop();
    throw error;
  }
}
