import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { isDefault, plantFolder, type PlantFolder } from '@cellthread/plan/plant';
import { mustRun, type Progress, root } from '@cellthread/install';
import { type Part } from '../parts/part';
import { brokerHere } from '../parts/brokerHere';
import { startCyclers } from '../parts/startCyclers';
import { startInflux } from '../parts/startInflux';
import { startKeeper } from '../parts/startKeeper';
import { startTelegraf } from '../parts/startTelegraf';
import { startWorkbench } from '../parts/startWorkbench';
import { secretsIn } from '../secretsIn';
import { assertFree, portsFrom } from '../ports';
import { answers, until } from '../until';
import { type RunFile, removeRunFile, writeRunFile } from './runFile';
import { awaitJudged } from './awaitJudged';
import { awaitStored } from './awaitStored';
import { compressed } from './compressed';
import { startSimulator } from './startSimulator';

export interface StackOptions {
  /** Default: the default plant. */
  plant?: PlantFolder;
  portBase: number;
  dataDir: string;
  /** Undefined for a stack without a simulated line. */
  simulator?: { history: string; seed: number; faults: string[]; extra?: string[] };
  /** Called as soon as the page can be opened; history may still be on its way. */
  onWorkbench?: (url: string) => void;
}

export interface Stack {
  run: RunFile;
  /** Resolves with a sentence when a part ends that nobody stopped. */
  broken: Promise<string>;
  stop(): Promise<void>;
}

const databases = (prefix: string): RunFile['databases'] => ({
  visits: `${prefix}visits`,
  index: `${prefix}index`,
  record: `${prefix}record`,
  curve: `${prefix}curve`,
  rejected: `${prefix}rejected`,
});

/** Who works in the simulated plant; anybody else becomes `unlisted` (docs/privacy.md). */
const operators = path.join(root, 'simulator/operators.csv');

/** Brings up broker, database, Telegraf, workbench and simulator in order, each awaited; writes run.json at the end. */
export async function startStack(options: StackOptions, progress: Progress): Promise<Stack> {
  const { dataDir, simulator, plant = plantFolder() } = options;
  const ports = portsFrom(options.portBase);
  mkdirSync(dataDir, { recursive: true });
  removeRunFile(dataDir);
  await assertFree(ports);
  const parts: Part[] = [];
  const add = async (part: Promise<Part>) => parts[parts.push(await part) - 1]!;
  const stop = async () => {
    removeRunFile(dataDir);
    for (const part of [...parts].reverse()) {
      await part.stop();
    }
  };
  try {
    if (!isDefault(plant)) {
      await progress.step(`${plant.out} is what the plan says`, () => derive(plant));
    }
    const broker = brokerHere();
    await progress.step(`${broker.title} and InfluxDB answer`, () =>
      Promise.all([
        add(broker.start({ port: ports.mqtt, dataDir })),
        add(startInflux({ port: ports.influx, rpcPort: ports.influxRpc, dataDir })),
      ])
    );
    const influx = `http://127.0.0.1:${ports.influx}`;
    const mqtt = `mqtt://127.0.0.1:${ports.mqtt}`;
    await progress.step('control plan pushed', () =>
      pushPlan(plant, influx, secretsIn(dataDir), simulator !== undefined)
    );
    await progress.step('Telegraf listens', () =>
      add(
        startTelegraf({
          mqttPort: ports.mqtt,
          influxPort: ports.influx,
          dataDir,
          home: path.join(plant.out, 'telegraf'),
          watch: broker.queueOnDisk ? ['database', 'broker'] : ['database'],
          env: { CELLTHREAD_OPERATORS: operators },
        })
      )
    );
    await add(startCyclers({ influxPort: ports.influx, dataDir }));
    await add(startKeeper({ influxPort: ports.influx, mqttPort: ports.mqtt, dataDir }));
    const workbench = `http://127.0.0.1:${ports.workbench}`;
    await progress.step('workbench answers', async () => {
      const part = await add(startWorkbench({ port: ports.workbench, influx, mqtt, dataDir, plant }));
      await until('An answer of the workbench', () => answers(`${workbench}/api/health`), {
        failed: part.endedBecause,
      });
    });
    options.onWorkbench?.(workbench);
    if (simulator) {
      const { part, historyUntilMs } = await progress.step('simulated line is live', async (note) => {
        const line = await startSimulator({ ...simulator, mqtt, dataDir, plan: plant.plan, note });
        parts.push(line.part);
        return line;
      });
      if (historyUntilMs !== undefined) {
        await progress.step('history stored', () =>
          awaitStored(influx, secretsIn(dataDir), { plan: plant.plan, momentMs: historyUntilMs }, part.endedBecause)
        );
        await progress.step('history judged', () => awaitJudged(workbench, Date.now(), part.endedBecause));
      }
    }
    const run: RunFile = {
      workbench,
      mqtt,
      influx,
      databases: databases('cellthread_'),
      datasource: 'cellthread',
      pids: Object.fromEntries(parts.map((part) => [part.name, part.pid])),
    };
    writeRunFile(dataDir, run);
    return { run, broken: Promise.race(parts.map((part) => part.ended)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function derive(plant: PlantFolder): Promise<void> {
  const generate = path.join(root, 'tools/generate/src/main.ts');
  await mustRun(process.execPath, ['--import', 'tsx', generate, '--plant', plant.dir], { cwd: root });
}

async function pushPlan(plant: PlantFolder, influx: string, secrets: string, simulated: boolean): Promise<void> {
  const cli = path.join(root, 'tools/cellthread/bin/cellthread.mjs');
  await mustRun(
    process.execPath,
    [
      cli,
      ...['plan', 'push', '--plant', plant.dir, '--url', influx, '--secrets', secrets],
      ...['--author', 'demo', '--reason', 'start of the demo'],
      ...(simulated ? ['--compressed', compressed] : []),
    ],
    { cwd: root }
  );
}
