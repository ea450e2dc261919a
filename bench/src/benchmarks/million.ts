import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Benchmark, type Figure } from '../Benchmark';
import { startMillion } from '../million/startMillion';
import { cpuSeconds } from '../parts/cpuSeconds';
import { type QueryFrame, startWorkbench, type Workbench } from '../parts/startWorkbench';
import { duration, median, quantileOf, timed } from '../quantiles';

/** Hours of the day that are loaded: fewer where there is no time for all. */
const HOURS = Number(process.env.CELLTHREAD_BENCH_HOURS ?? 24);
const CELLS = Math.round((1_000_000 * HOURS) / 24);
/** So many of every line of the default plant make that many cells a day at 1 700 a nozzle. */
const TIMES = 8;
const BUDGET = { firstMs: 30_000, wholeMs: 300_000, evaluationMs: 1000, memoryMB: 200 };
const DAY_MS = 86_400_000;
const EVERY_MS = 10_000;
const EVALUATIONS = 36;
/** How long after the first question the day has to be whole. */
const MOST_MS = 1_800_000;

/** All process signals of a whole plan, from the start of the datasource on. */
export const million: Benchmark = {
  id: 'million',
  title: `out of control at all stations of a plan, ${HOURS} hours of a day of a million cells`,
  minutes: 40,
  async run(note) {
    const day = await startMillion(CELLS, HOURS, TIMES, note);
    const workbench = await startWorkbench(day, { pageless: true });
    try {
      const pid = datasourceOf(workbench.pid);
      const none = [];
      for (let k = 0; k < 20; k++) {
        none.push(await timed(() => ask(workbench, 'unread')));
      }
      const before = memoryMB(pid);
      const read = await untilWhole(workbench, note);
      const cpu = cpuSeconds(pid);
      note(
        `whole after ${duration(read.wholeMs)}, ${cpu.toFixed(0)} s of processor time, ${memoryMB(pid).toFixed(0)} MB`
      );
      const evaluations: number[] = [];
      for (let k = 0; k < EVALUATIONS; k++) {
        await setTimeout(EVERY_MS);
        evaluations.push(await timed(() => ask(workbench, 'out-of-control')));
      }
      const after = memoryMB(pid);
      const figures: Figure[] = [
        held('start → first answer', read.firstMs, BUDGET.firstMs),
        held('start → everything read', read.wholeMs, BUDGET.wholeMs),
        { what: '… processor time of the datasource for that', measured: duration(1000 * cpu) },
        held('an evaluation of all stations, median', median(evaluations), BUDGET.evaluationMs),
        held('… slowest: a step of five minutes ended', quantileOf(evaluations, 1), BUDGET.evaluationMs),
        { what: 'an evaluation that looks at nothing, median', measured: duration(median(none)) },
        {
          what: 'resident memory of the datasource, less what it had before',
          measured: `${(after - before).toFixed(0)} MB`,
          against: `≤ ${BUDGET.memoryMB} MB`,
          met: after - before <= BUDGET.memoryMB,
        },
      ];
      return {
        figures,
        remarks: [
          `${day.rows.toLocaleString('en')} visits at all stations of ${day.machines} machines, the lines of the default plant ${TIMES} times, loaded in ${day.loadedSeconds} s; nothing to learn from before them.`,
          `Asked through HTTP, workbench, gRPC and plugin, again and again until nothing was left to read, then ${EVALUATIONS} times, one every ${EVERY_MS / 1000} s: ${read.questions} questions until it was whole. Memory as the system tells it: garbage counts.`,
        ],
      };
    } finally {
      await workbench.stop();
      await day.stop();
    }
  },
};

const held = (what: string, ms: number, mostMs: number): Figure => ({
  what,
  measured: duration(ms),
  against: `≤ ${duration(mostMs)}`,
  met: ms <= mostMs,
});

function ask(workbench: Workbench, kind: string): Promise<QueryFrame[]> {
  const now = Date.now();
  return workbench.query({ queryType: 'signals', kinds: [kind] }, now - DAY_MS, now);
}

/** Asks until an answer says nothing of what is still to be read. */
async function untilWhole(workbench: Workbench, note: (text: string) => void) {
  const began = Date.now();
  let firstMs: number | undefined;
  let questions = 0;
  for (let saidMs = began; Date.now() - began < MOST_MS; questions++) {
    const answer = await ask(workbench, 'out-of-control').catch((error: Error) => error);
    const said = answer instanceof Error ? answer.message : JSON.stringify(answer[0]?.schema.meta);
    if (!(answer instanceof Error)) {
      firstMs ??= Date.now() - began;
      if (!said.includes('being read')) {
        return { firstMs, wholeMs: Date.now() - began, questions: questions + 1 };
      }
    } else if (!said.includes('being read') && !said.includes('time')) {
      throw answer;
    }
    if (Date.now() - saidMs > 20_000) {
      saidMs = Date.now();
      note(`${Math.round((saidMs - began) / 1000)} s: ${said.slice(0, 200)}`);
    }
  }
  throw new Error(`It was not whole after ${duration(MOST_MS)}.`);
}

/** The datasource's process, a child of the workbench. */
function datasourceOf(workbench: number): number {
  const children = readFileSync(`/proc/${workbench}/task/${workbench}/children`, 'utf8').trim().split(' ');
  const pid = children.map(Number).find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('gpx_'));
  if (pid === undefined) {
    throw new Error('The workbench has started no datasource.');
  }
  return pid;
}

function memoryMB(pid: number): number {
  const kB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kB) / 1024;
}
