import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, type Output, UsageError } from '../command';
import { influxAccess, influxOptions, influxUsage, influxWrite } from '../influx';
import { readOptions } from '../readOptions';
import { Inbox } from './Inbox';
import { layouts } from './layouts/layouts';
import type { ReadSettings } from './readExport';
import { rejectedLine } from './rejectedLine';
import { type DateOrder, dateOrders } from './wallClock';

export const options = {
  ...influxOptions,
  folder: { type: 'string' },
  rest: { type: 'string', default: '10' },
  'time-zone': { type: 'string', default: 'UTC' },
  dates: { type: 'string' },
  arbin: { type: 'string', default: 'arbin-01' },
  maccor: { type: 'string', default: 'maccor-01' },
  'keep-days': { type: 'string', default: '90' },
  once: { type: 'boolean', default: false },
} as const;

export type Values = ReturnType<typeof readOptions<typeof options>>['values'];

/** Lines of one write; InfluxDB takes some MB at once. */
const batch = 5000;
const every_ms = 1000;
const again_ms = 5000;

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) {
    throw new UsageError(`--${option} "${text}" is not a number above 0.`);
  }
  return value;
}

function settingsOf(values: Values): (now_ms: number) => ReadSettings {
  // Compose hands an unset variable on as an empty text.
  const { dates = '', arbin, maccor } = values;
  const time_zone = values['time-zone'];
  if (dates !== '' && !(dateOrders as readonly string[]).includes(dates)) {
    throw new UsageError(`--dates "${dates}": write mdy or dmy.`);
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: time_zone });
  } catch {
    throw new UsageError(`--time-zone "${time_zone}" is none: write for example Europe/Berlin.`);
  }
  const keep_days = positive('keep-days', values['keep-days']);
  const equipment = ({ id }: { id: string }) => (id === 'arbin' ? arbin : maccor);
  return (now_ms) => ({
    now_ms,
    keep_days,
    time_zone,
    date_order: dates === '' ? undefined : (dates as DateOrder),
    equipment,
  });
}

/** The folder and where its rows go, by the options of the command. */
export function inboxOf(folder: string, values: Values, output: Output): Inbox {
  const access = influxAccess(values, 'cellthread_write');
  const prefix = values['database-prefix'];
  let last_ns = 0n;
  const ownTime = () => {
    const now = BigInt(Date.now()) * 1_000_000n;
    last_ns = now > last_ns ? now : last_ns + 1n;
    return last_ns;
  };
  return new Inbox({
    folder,
    rest_ms: positive('rest', values.rest) * 1000,
    settings: settingsOf(values),
    async store(lines) {
      for (let from = 0; from < lines.length; from += batch) {
        await influxWrite(access, `${prefix}curve`, lines.slice(from, from + batch));
      }
    },
    async refuse(refusals) {
      if (refusals.length > 0) {
        refusals.forEach(({ file, problem }) => output.err(`${file}: ${problem}`));
        await influxWrite(
          access,
          `${prefix}rejected`,
          refusals.map((refusal) => rejectedLine(refusal, ownTime()))
        );
      }
    },
  });
}

/** Goes round until the signal comes; a database that does not answer is asked again, and the files wait. */
async function watch(inbox: Inbox, output: Output, signal: AbortSignal): Promise<void> {
  let said = '';
  while (!signal.aborted) {
    let wait = every_ms;
    try {
      await inbox.round(Date.now());
      said = '';
    } catch (error) {
      const text = (error as Error).message;
      if (text !== said) {
        output.err(`${text} The files wait.`);
      }
      said = text;
      wait = again_ms;
    }
    await sleep(wait, undefined, { signal }).catch(() => undefined);
  }
}

/** Reads what comes to rest within twice the time a file must rest, so that files just copied are among it. */
async function readOnce(inbox: Inbox, rest_ms: number): Promise<number> {
  const end = Date.now() + 2 * rest_ms + every_ms;
  let done = 0;
  while (Date.now() < end) {
    done += await inbox.round(Date.now());
    await sleep(Math.min(every_ms, rest_ms / 2));
  }
  return done;
}

export const cyclers: Command = {
  name: 'cyclers',
  about: 'reads exports of battery cyclers from a folder into InfluxDB',
  usage: [
    'cellthread cyclers --folder FOLDER [options]',
    '',
    'A file is read when it is at rest. Stored, it goes to FOLDER/finished; what is uncertain in it goes to FOLDER/failed',
    'and is told as a rejected input. Layouts:',
    ...layouts.map(({ about }) => `  ${about}`),
    '',
    '--folder FOLDER           where exports are copied to',
    '--rest SECONDS            a file is read when it has not changed for so long; default 10',
    '--time-zone ZONE          of the cyclers’ own clocks, for example Europe/Berlin; default UTC',
    '--dates mdy|dmy           how files write a date that do not tell themselves; default: such files are refused',
    '--arbin NAME, --maccor NAME   equipment of the curves; default arbin-01, maccor-01',
    '--keep-days DAYS          older samples are not stored; default 90, as the database keeps them',
    '--once                    reads what lies there and ends',
    ...influxUsage,
  ],
  async run(args, output) {
    const { values } = readOptions(args, options);
    const { folder } = values;
    if (folder === undefined) {
      throw new UsageError('--folder is missing.');
    }
    mkdirSync(folder, { recursive: true });
    const inbox = inboxOf(folder, values, output);
    if (values.once) {
      output.out(`${await readOnce(inbox, Number(values.rest) * 1000)} files were read.`);
      return 0;
    }
    const stop = new AbortController();
    const end = () => stop.abort();
    process.once('SIGTERM', end).once('SIGINT', end);
    output.out(`Watching ${folder}`);
    await watch(inbox, output, stop.signal);
    process.off('SIGTERM', end).off('SIGINT', end);
    return 0;
  },
};
