import { parseArgs } from 'node:util';
import { faultKinds } from '../faults/faultKinds';
import { durationMs } from './durationMs';

/** A fault as asked for: offsets in ms from now. */
export interface FaultWish {
  id: string;
  startMs?: number;
  lastsMs?: number;
}

export interface Arguments {
  broker: string;
  secrets?: string;
  plan?: string;
  site?: string;
  seed: number;
  historyMs: number;
  sinceMs: number;
  thinCells: number;
  speed: number;
  compress: number;
  cells: number;
  ramp: boolean;
  live: boolean;
  faults: FaultWish[];
  truth?: string;
  state?: string;
  json: boolean;
  help: boolean;
}

export const usage = `Usage: npx tsx simulator/src/main.ts [options]

  --broker URL        mqtt://127.0.0.1:1883
  --secrets DIR       folder of the passwords of station and mes (cellthread secrets make); default: CELLTHREAD_SECRETS
  --plan FILE         control plan; default: this checkout's
  --site ID           site of the plan; default: its first
  --seed N            1; the same seed gives the same cells
  --history 8h        first produce the hours up to now, as fast as the broker takes them; 0 for none
  --since 35d         and before that a thin past, at real durations; 0 for none (default 35d with history)
  --thin 40           cells a day and line in the thin past
  --speed N           live speed; 1 is real time. Above 1 the time stamps run ahead of the clock
  --compress N        divides drying, soaking, formation, test and aging times; 150: a cell lives about 2.5 h; 1 is real time
  --cells N           stop launching after N cells, end when they are through
  --no-live           end after the history
  --ramp-up           four times the defects
  --fault ID[@START[/FOR]]  repeatable, or parted by commas; START from now, e.g. nozzle-4-wavering@-3h/2h; none for none
  --truth FILE        what really happened, as JSON
  --state FILE        remember where it stopped and continue there
  --json              progress as JSON lines on standard output

Faults: ${[...faultKinds.values()].map(({ id }) => id).join(', ')}
`;

function number(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least) {
    throw new Error(`--${name} ${text}: write a number of at least ${least}.`);
  }
  return value;
}

function wish(text: string): FaultWish {
  const match = /^([a-z0-9-]+)(?:@([^/]+)(?:\/(.+))?)?$/.exec(text);
  const id = match?.[1] ?? '';
  if (!match || !faultKinds.has(id)) {
    throw new Error(`--fault ${text}: unknown; choose one of ${[...faultKinds.keys()].join(', ')}.`);
  }
  const [, , start, lasts] = match;
  return {
    id,
    startMs: start === undefined ? undefined : durationMs(start, 'fault'),
    lastsMs: lasts === undefined ? undefined : durationMs(lasts, 'fault'),
  };
}

/**
 * Reads the command line.
 * @throws Error with a sentence that names the option
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      broker: { type: 'string', default: 'mqtt://127.0.0.1:1883' },
      secrets: { type: 'string' },
      plan: { type: 'string' },
      site: { type: 'string' },
      seed: { type: 'string', default: '1' },
      history: { type: 'string', default: '0' },
      since: { type: 'string' },
      thin: { type: 'string', default: '40' },
      speed: { type: 'string', default: '1' },
      compress: { type: 'string', default: '150' },
      cells: { type: 'string' },
      'no-live': { type: 'boolean', default: false },
      'ramp-up': { type: 'boolean', default: false },
      fault: { type: 'string', multiple: true, default: [] },
      truth: { type: 'string' },
      state: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const historyMs = durationMs(values.history, 'history');
  return {
    broker: values.broker,
    secrets: values.secrets,
    plan: values.plan,
    site: values.site,
    seed: number('seed', values.seed, 0),
    historyMs,
    sinceMs: durationMs(values.since ?? (historyMs > 0 ? '35d' : '0'), 'since'),
    thinCells: number('thin', values.thin, 0),
    speed: number('speed', values.speed, 0.001),
    compress: number('compress', values.compress, 1),
    cells: values.cells === undefined ? Infinity : number('cells', values.cells, 1),
    ramp: values['ramp-up'],
    live: !values['no-live'],
    faults: values.fault
      .flatMap((text) => text.split(','))
      .filter((text) => text !== 'none' && text !== '')
      .map(wish),
    truth: values.truth,
    state: values.state,
    json: values.json,
    help: values.help,
  };
}
