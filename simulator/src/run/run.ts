import { DAY } from '@cellthread/calendar';
import { faultName, type FaultWish } from '../command/faultWish';
import { type Arguments } from '../command/parseArguments';
import { type Fault } from '../faults/Fault';
import { faultKindOf } from '../faults/faultKinds';
import { startFault } from '../faults/startFault';
import { type Plant } from '../plant/Plant';
import { Publishers } from '../publish/Publishers';
import { Ears } from '../told/Ears';
import { type Told } from '../told/Told';
import { understood } from '../told/understood';
import { type Message } from '../world/Message';
import { type Progress, world } from '../world/world';
import { Memory } from './Memory';
import { type Report } from './Report';
import { planRun } from './planRun';
import { readState, type State } from './State';
import { writeAtomically } from './writeAtomically';

const SAVE_EVERY = 2000;
/** How often a run that sends nothing lets signals through, in messages. */
const BREATHE = 2000;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Sleeps until a moment (Unix ms) or until stopped. */
async function sleepUntil(due: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const left = due - Date.now();
    if (left <= 0) {
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, Math.min(left, 500));
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
    });
  }
}

/** Remembered faults of which the plan no longer has the place are left out; one that is asked for must be possible. */
function startFaults(plant: Plant, state: State, asked: readonly FaultWish[]): Fault[] {
  return state.faults.flatMap((fault) => {
    const { id, toMs, ...where } = fault;
    try {
      return [startFault(faultKindOf(plant, id), { plant, seed: state.seed, toMs: toMs ?? Infinity, ...where })];
    } catch (error) {
      if (asked.some((wish) => faultName(wish) === faultName(fault))) {
        throw error;
      }
      return [];
    }
  });
}

/** A result of the time before the line went live says that it only tells what was. */
function asHistory(message: Message): Message {
  return message.topic.includes('/_cellresult/')
    ? { ...message, payload: { ...message.payload, history: true } }
    : message;
}

/** Produces the world and publishes it until it ends or is stopped; resolves when all is acknowledged. */
export async function run(args: Arguments, plant: Plant, report: Report, signal: AbortSignal): Promise<void> {
  const state = planRun(args, plant.site, Date.now(), args.state === undefined ? undefined : readState(args.state));
  const faults = startFaults(plant, state, args.faults);
  const publisher = await Publishers.connect(args.broker, args.secrets);
  const progress: Progress = { cells: 0, asked: [] };
  const { untilMs: resumeMs } = state;
  let last = resumeMs;
  // Messages of the same moment belong together: that moment is complete once a later one is seen.
  let complete = resumeMs;
  let produced = 0;
  let live: { wall: number; world: number } | undefined;
  const memory = new Memory(args.state, state.startMs);
  const ears = new Ears(memory.read());
  /** What was said before the line went live. */
  const early: Told[] = [];
  const hear = (told: Told): void => {
    if (live) {
      const inTime = told.what === 'request' ? { ...told, late: Date.now() >= told.expiresMs } : told;
      memory.add(ears.tell(inTime, live.world + (Date.now() - live.wall) * args.speed));
    } else {
      early.push(told);
    }
  };
  const save = (): void => {
    state.untilMs = publisher.settled(complete);
    if (args.state !== undefined) {
      writeAtomically(args.state, state);
    }
    if (args.truth !== undefined) {
      writeAtomically(args.truth, {
        seed: args.seed,
        faults: faults.map((fault) => fault.truth()),
        asked: progress.asked,
      });
    }
    report.progress({
      phase: live ? 'live' : 'history',
      done: live ? undefined : historyDone(plant, state, last, Date.now()),
      published: publisher.published,
      results: publisher.results,
      cells: progress.cells,
      at: last,
    });
  };
  report.begin(state, args);
  save();
  if (args.live) {
    await publisher
      .listen(plant, (topic, payload) => {
        const told = understood(topic, payload);
        if (told) {
          hear(told);
        }
      })
      .catch((error: unknown) => report.warn(`What people command is not heard: ${(error as Error).message}`));
  }
  const timer = setInterval(save, SAVE_EVERY);
  const options = { ...state, cells: args.cells, faults, acks: args.acks };
  try {
    for (const message of world(plant, args.seed, options, progress, ears)) {
      if (++produced % BREATHE === 0) {
        await breathe();
      }
      if (signal.aborted) {
        break;
      }
      if (message.timeMs <= resumeMs) {
        continue;
      }
      if (message.timeMs > last) {
        complete = last;
      }
      if (!live && message.timeMs > Date.now()) {
        if (!args.live) {
          break;
        }
        live = { wall: Date.now(), world: Date.now() };
        early.splice(0).forEach(hear);
        save();
      }
      if (live) {
        await sleepUntil(live.wall + (message.timeMs - live.world) / args.speed, signal);
        if (signal.aborted) {
          break;
        }
      }
      await publisher.publish(message.timeMs < state.liveMs ? asHistory(message) : message);
      last = message.timeMs;
    }
    if (!(await publisher.drain())) {
      report.warn(`${publisher.inFlight} messages were not acknowledged by the broker; they will be sent again.`);
    }
  } finally {
    clearInterval(timer);
    save();
    await publisher.close();
  }
  report.end(publisher.published, progress.cells, publisher.peak);
}

/** Share of all items up to now, 0…1. */
function historyDone(
  { model, lines }: Plant,
  { sinceMs, startMs, thinCells, rate = 1 }: State,
  last: number,
  now: number
): number {
  const past = (thinCells * lines.length * (startMs - sinceMs)) / DAY;
  const full = lines.reduce((sum, line) => sum + ((now - startMs) * rate) / model.taktMs(line), 0);
  const thin = past / Math.max(1, past + full);
  const done =
    last < startMs && startMs > sinceMs
      ? (thin * (last - sinceMs)) / (startMs - sinceMs)
      : thin + ((1 - thin) * (last - startMs)) / Math.max(1, now - startMs);
  return Math.round(Math.min(1, Math.max(0, done)) * 100) / 100;
}
