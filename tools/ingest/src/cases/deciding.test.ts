import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '@cellthread/install';
import { decidingEvents, machineEvents, mesEvents } from '@cellthread/vocabulary';
import { asLine } from './messages';
import { throughTelegraf } from './throughTelegraf';

const ARRIVAL = 1768478400000000000n;
const said = [...new Set([...machineEvents, ...mesEvents])].filter((kind) => kind !== 'software' && kind !== 'return');

/** As which kind each kind of event is stored that comes at a topic, where these decide. */
async function storedAs(who: string, at: string): Promise<Record<string, string>> {
  const home = mkdtempSync(path.join(tmpdir(), 'cellthread-deciding-'));
  try {
    const script = readFileSync(path.join(root, 'telegraf/processors/ingest.gen.star'), 'utf8');
    mkdirSync(path.join(home, 'processors'));
    writeFileSync(
      path.join(home, 'processors/ingest.gen.star'),
      script.replace(/^DISPOSITION_MASTER = .*$/m, `DISPOSITION_MASTER = "${who}"`)
    );
    cpSync(path.join(root, 'telegraf/operators.csv'), path.join(home, 'operators.csv'));
    const lines = said.map((kind) =>
      asLine(
        {
          topic: `umh/v1/acme/de1/assembly/l1/${at}/_event/${kind}`,
          payload: JSON.stringify({ timestamp_ms: 1768478399000, item_id: 'C', event_id: kind, source: 'person' }),
          afterMs: 0,
        },
        ARRIVAL
      )
    );
    const env = { CELLTHREAD_HOME: home, CELLTHREAD_OPERATORS: path.join(home, 'operators.csv') };
    const { rows } = await throughTelegraf(lines, env);
    return Object.fromEntries(
      rows.split('\n').flatMap((row) => {
        const [, kind, id] = /^event,.*kind=([\w-]+).*event_id="([\w-]+)"/.exec(row) ?? [];
        return kind && id ? [[id, kind]] : [];
      })
    );
  } finally {
    rmSync(home, { recursive: true });
  }
}

const asSaid = Object.fromEntries(said.map((kind) => [kind, kind]));
const asNotes = { ...asSaid, ...Object.fromEntries(decidingEvents.map((kind) => [kind, 'note'])) };

test.each([
  ['people decide', 'the MES', 'cellthread', 'mes', asNotes],
  ['people decide', 'a machine', 'cellthread', 'filling-01', asNotes],
  ['the MES decides', 'the MES', 'mes', 'mes', asSaid],
  ['the MES decides', 'a machine', 'mes', 'filling-01', asNotes],
  ['both decide', 'the MES', 'both', 'mes', asSaid],
  ['both decide', 'a machine', 'both', 'filling-01', asNotes],
])(
  'where %s, what %s says is stored as what it may say',
  async (_, __, who, at, want) => {
    expect(await storedAs(who, at)).toEqual(want);
  },
  30_000
);
