import { HOUR } from '@cellthread/calendar';
import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '@cellthread/simulator';
import { breakingEvents } from '@cellthread/vocabulary';
import { type Figure, type Note } from '../../Benchmark';
import { judge } from '../judge';
import { judgedPlants } from '../plants';
import { faultOf, messagesOf, type Run, simulate } from '../simulate';
import { answeredAt, lastMonday, toldAt } from './asTold';
import { startReal } from './startReal';

const SEED = 1;
const CALM_H = 6;
const HOURS = 14;
/** So many faults are in one run: each is judged with the others, in memory as by the real parts. */
const AT_ONCE = 6;

/** Every fault that windows tell, and every silent case, once through broker, Telegraf, database and plugin, beside the judge in memory. */
export async function everyFault(program: string, note: Note, only: readonly string[] | undefined): Promise<Figure[]> {
  const plan = loadPlan();
  const plant = readPlant(plan);
  const startMs = lastMonday(Date.now());
  const kinds = judgedPlants(only)[0]!.kinds;
  const figures: Figure[] = [];
  for (let i = 0; i < kinds.length; i += AT_ONCE) {
    const faults = kinds.slice(i, i + AT_ONCE).map(({ id }) => ({ id, fromHour: CALM_H, toHour: HOURS }));
    const run: Run = { seed: SEED, startMs, hours: HOURS, faults };
    const lines = [...new Set(faults.map((fault) => faultOf(plant, run, fault).truth().line))];
    const own = lines.includes('*') ? run : { ...run, lines };
    note(`through the real parts: ${faults.map(({ id }) => id).join(', ')}`);
    figures.push(await compared(program, own, faults.map(({ id }) => id).join(', ')));
  }
  return figures;

  async function compared(judgeProgram: string, run: Run, ids: string): Promise<Figure> {
    const untilMs = startMs + run.hours * HOUR;
    const told = await judge(judgeProgram, simulate(plant, run).records, { plan, fromMs: startMs, toMs: untilMs });
    const real = await startReal();
    const judged = ['/_cellresult/', ...breakingEvents.map((kind) => `/_event/${kind}`)];
    try {
      const { messages } = messagesOf(plant, run);
      await real.store([...messages].filter(({ topic }) => judged.some((part) => topic.includes(part))));
      let [same, all] = [0, 0];
      for (let at = startMs + CALM_H * HOUR; at <= untilMs; at += HOUR) {
        const [expected, answered] = [toldAt(told, at), await answeredAt(real, at)];
        all += new Set([...expected, ...answered]).size;
        same += expected.filter((row) => answered.includes(row)).length;
      }
      return {
        what: `one seed through the real parts, asked every hour: ${ids}`,
        measured: `${same} signals the same`,
        against: `${all} in memory or answered`,
        met: same === all && all > 0,
      };
    } finally {
      await real.stop();
    }
  }
}
