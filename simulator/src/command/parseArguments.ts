import { parseArgs } from 'node:util';
import { type FaultKind } from '../faults/FaultKind';
import { anywhere, calm } from '../faults/faultKinds';
import { lineKinds } from '../lines/lineKinds';
import { usualAcks } from '../world/held/Obedience';
import { durationMs } from './durationMs';
import { type FaultWish, faultWish } from './faultWish';

export interface Arguments {
  broker: string;
  secrets?: string;
  plan?: string;
  site?: string;
  seed: number;
  historyMs: number;
  /** As far back as the plan's line needs: `argumentsFor`. */
  autoHistory: boolean;
  sinceMs: number;
  thinCells: number;
  speed: number;
  compress: number;
  cells: number;
  ramp: boolean;
  /** Times as many items as the line makes. */
  rate: number;
  /** No lasting differences between machines and positions. */
  even: boolean;
  live: boolean;
  /** The MES decides about items that fail. */
  mes: boolean;
  /** Shares of commands acknowledged late, and never. */
  acks: { late: number; never: number };
  faults: FaultWish[];
  /** Those that a demonstration of the plan's line begins with, too. */
  usualFaults: boolean;
  truth?: string;
  state?: string;
  json: boolean;
  help: boolean;
}

const mending = ({ mendedBy }: FaultKind): string =>
  mendedBy === undefined ? '' : `; ends by ${mendedBy === 'plan' ? 'what mends it by the plan' : mendedBy.join(', ')}`;

const listed = (kinds: readonly FaultKind[]): string =>
  kinds
    .map((kind) => {
      const { id, takes, silent, title } = kind;
      return `  ${id}[:${takes.written}]${silent ? ' *' : ''}\n      ${title}${mending(kind)}`;
    })
    .join('\n');

export const usage = `Usage: npx tsx simulator/src/main.ts [options]

  --broker URL        mqtt://127.0.0.1:1883
  --secrets DIR       folder of the passwords of station and mes (cellthread secrets make); default: CELLTHREAD_SECRETS
  --plan FILE         control plan; default: this checkout's
  --site ID           site of the plan; default: its first
  --seed N            1; the same seed gives the same cells
  --history 8h        first produce the hours up to now, as fast as the broker takes them; 0 for none,
                      auto for 8h or 300 cells of a slow line
  --since 35d         and before that a thin past, at real durations; 0 for none (default 35d with history)
  --thin 40           cells a day and line in the thin past
  --speed N           live speed; 1 is real time. Above 1 the time stamps run ahead of the clock
  --compress N        divides drying, soaking, formation, test and aging times; 150: a cell lives about 2.5 h; 1 is real time
  --cells N           stop launching after N cells, end when they are through
  --no-live           end after the history
  --ramp-up           four times the defects
  --rate N            1; so many times as many items: lines and lots, not tray times (4.7: 1 700 cells a day and nozzle)
  --world even        no lasting differences between machines and between positions; usual for those there are
  --mes none          nobody scraps or reworks what fails while the line is live: it waits for a command; usual: the MES does at once
  --ack-late SHARE    ${usualAcks.late}; commands that are acknowledged 15 to 90 s late
  --ack-never SHARE   ${usualAcks.never}; commands that are obeyed, but not acknowledged
  --fault ID[:PLACE][@START[/FOR]]  repeatable, or parted by commas; START from now, e.g. drift@-3h/2h; PLACE as
                      below; usual for those the line is shown with, none for none
  --truth FILE        what really happened, as JSON
  --state FILE        remember where it stopped and continue there
  --json              progress as JSON lines on standard output

Faults of any plan (*: no alarm may follow):
${listed([...anywhere, ...calm])}
${lineKinds
  .filter(({ faults }) => faults.length > 0)
  .map(({ id, faults }) => `Faults of ${id}:\n${listed(faults)}`)
  .join('\n')}
`;

function number(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least) {
    throw new Error(`--${name} ${text}: write a number of at least ${least}.`);
  }
  return value;
}

function isEven(text: string): boolean {
  if (text !== 'usual' && text !== 'even') {
    throw new Error(`--world ${text}: write usual or even.`);
  }
  return text === 'even';
}

function share(name: string, text: string): number {
  const value = number(name, text, 0);
  if (value > 1) {
    throw new Error(`--${name} ${text}: write a share from 0 to 1.`);
  }
  return value;
}

function decides(text: string): boolean {
  if (text !== 'usual' && text !== 'none') {
    throw new Error(`--mes ${text}: write usual or none.`);
  }
  return text === 'usual';
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
      rate: { type: 'string', default: '1' },
      world: { type: 'string', default: 'usual' },
      'ramp-up': { type: 'boolean', default: false },
      mes: { type: 'string', default: 'usual' },
      'ack-late': { type: 'string', default: String(usualAcks.late) },
      'ack-never': { type: 'string', default: String(usualAcks.never) },
      fault: { type: 'string', multiple: true, default: [] },
      truth: { type: 'string' },
      state: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const autoHistory = values.history === 'auto';
  const historyMs = autoHistory ? 0 : durationMs(values.history, 'history');
  const faults = values.fault.flatMap((text) => text.split(',')).filter((text) => text !== 'none' && text !== '');
  return {
    broker: values.broker,
    secrets: values.secrets,
    plan: values.plan,
    site: values.site,
    seed: number('seed', values.seed, 0),
    historyMs,
    autoHistory,
    sinceMs: durationMs(values.since ?? (autoHistory || historyMs > 0 ? '35d' : '0'), 'since'),
    thinCells: number('thin', values.thin, 0),
    speed: number('speed', values.speed, 0.001),
    compress: number('compress', values.compress, 1),
    cells: values.cells === undefined ? Infinity : number('cells', values.cells, 1),
    ramp: values['ramp-up'],
    rate: number('rate', values.rate, 0.1),
    even: isEven(values.world),
    live: !values['no-live'],
    mes: decides(values.mes),
    acks: { late: share('ack-late', values['ack-late']), never: share('ack-never', values['ack-never']) },
    faults: faults.filter((text) => text !== 'usual').map(faultWish),
    usualFaults: faults.includes('usual'),
    truth: values.truth,
    state: values.state,
    json: values.json,
    help: values.help,
  };
}
