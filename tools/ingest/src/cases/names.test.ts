import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '@cellthread/install';
import { asLine, type Message } from './messages';
import { throughTelegraf } from './throughTelegraf';

const ARRIVAL = 1768478400000000000n;
const MS = 1768478399000;
const place = 'umh/v1/acme/de1/assembly/l1/filling-02';

/** Names as people bear them, each different, so that what is found says where it came from. */
const name = (of: string) => `Zebulon "${of}" O'Quirk\\`;
const free = (of: string) => `asked Zebulon ${of} Quirk\nfor help`;

const result = (more: Record<string, unknown>) => ({
  cell_id: 'C-1',
  timestamp_ms: MS,
  visit: 1,
  verdict: 'nok',
  product: 'lfp-202',
  values: { fill_mass: 700 },
  ...more,
});

const people = { operator: name('operator'), note: free('note'), reason: free('reason') };
/** Fields that are for words of another meaning, and keys of other languages and of any depth. */
const words = (of: string) =>
  Object.fromEntries(
    [
      'shift',
      'recipe',
      'recipe_version',
      'work_order',
      'carrier',
      'grade',
      'reference',
      'program',
      'unit',
      'lane',
      'position',
      'slot',
      'run_type',
      'verdict',
      'child_type',
      'disposition',
    ].map((key) => [key, `Zebulon ${of} ${key}`])
  );
const foreign = {
  bediener: name('bediener'),
  opérateur: name('opérateur'),
  操作员: name('操作员'),
  x: { y: [{ z: name('deep') }] },
  list: [name('list')],
};
const said = { author: name('author'), approver: name('approver'), text: free('text'), source: 'person' };
const nested = { operator: name('nested'), inner: [{ author: name('inner'), started_by: { user: name('user') } }] };

const messages: Array<[contract: string, body: unknown]> = [
  ['_cellresult/filling', result(people)],
  ['_cellresult/filling', result({ ...people, values: { fill_mass: 'x' }, nested })],
  ['_cellresult/filling', result({ ...people, cell_id: 'C 1', nested })],
  [
    '_cellresult/filling',
    result({ operator: { name: name('object') }, note: [free('list')], reason: { a: free('b') } }),
  ],
  ['_cellresult/filling', result({ ...people, visit: 0, comment: free('comment'), Operator: name('capital') })],
  ['_cellresult/filling', result({ ...people, pad: 'x'.repeat(70_000) })],
  ['_cellresult/filling', { pad: 'x'.repeat(70_000), ...result(people) }],
  ['_cellresult/filling', result({ ...people, deep: Array.from({ length: 70 }, () => []) })],
  ['_cellresult/filling', { deep: Array.from({ length: 70 }, () => [name('deep')].map((n) => ({ operator: n }))) }],
  ['_cellresult/filling', { line_operator: name('large'), ' user': name('blank'), pad: 'x'.repeat(70_000) }],
  ['_cellresult/filling', { first_name: name('first'), deep: Array.from({ length: 70 }, () => []) }],
  ['_cellresult/filling', result({ visit: 0, signed_by: name('signed'), technician: name('technician') })],
  ['_cellresult/nowhere', result(people)],
  ['_cellresult/filling', result(words('stored'))],
  ['_cellresult/filling', result({ ...words('rejected'), ...foreign, visit: 0 })],
  ['_cellresult/filling', result({ ...words('large'), ...foreign, pad: 'x'.repeat(70_000) })],
  [
    '_cellresult/filling',
    result({ ...foreign, values: { fill_mass: name('value') }, lots: { electrolyte: name('lot') } }),
  ],
  [
    '_event/note',
    { timestamp_ms: MS, item_id: 'C-1', ...words('event'), rule: name('rule'), severity: name('severity') },
  ],
  ['_event/note', { timestamp_ms: 'never', item_id: 'C-1', ...words('event'), ...foreign, answers: [name('answers')] }],
  ['_state/equipment', { timestamp_ms: MS, state: name('state'), ...words('state'), values: { speed: name('speed') } }],
  ['_genealogy/contains', { timestamp_ms: MS, child_id: 'C-1', parent_id: 'M', ...words('edge'), ...foreign }],
  ['_event/note', { timestamp_ms: MS, item_id: 'C-1', ...said }],
  ['_event/hold', { timestamp_ms: MS, item_id: 'C-1', ...said, hold_id: 'H' }],
  ['_event/release', { timestamp_ms: MS, item_id: 'C-1', answers: 'H', author: 'quality.lead' }],
  ['_event/note', { timestamp_ms: MS, item_id: 'C-1', author: 'quality.lead' }],
  ['_event/note', { timestamp_ms: 'never', item_id: 'C-1', ...said }],
  ['_event/gossip', { timestamp_ms: MS, ...said }],
  [
    '_event/note',
    { timestamp_ms: MS, item_id: 'C-1', author: [name('author')], text: 7.5, approver: {}, from_ms: 'x', ...nested },
  ],
  ['_environment/dry-room', { timestamp_ms: MS, sensor: 's 1', values: {}, operator: name('environment') }],
  ['_state/equipment', { timestamp_ms: MS, state: 'fine', operator: name('state'), note: free('state') }],
  [
    '_genealogy/contains',
    { timestamp_ms: MS, child_id: 'C 1', parent_id: 'M', author: name('edge'), text: free('edge') },
  ],
  [
    '_alert/grafana',
    { kind: 'silent', cell_id: 'C-1', station: 'filling', text: free('alert'), author: name('alert') },
  ],
];

const lines = (): string[] =>
  messages.map(([contract, body]) => {
    // Only the MES decides by messages.
    const of = contract === '_event/release' ? place.replace('filling-02', 'mes') : place;
    const message: Message = { topic: `${of}/${contract}`, payload: JSON.stringify(body), afterMs: 0 };
    return asLine(message, ARRIVAL);
  });

/** The rows and the log with the scripts of a plan of this mode. */
async function under(mode: string, keepFreeText: boolean, listed = ''): Promise<{ rows: string; log: string }> {
  const home = mkdtempSync(path.join(tmpdir(), 'cellthread-mode-'));
  try {
    const script = readFileSync(path.join(root, 'telegraf/processors/ingest.gen.star'), 'utf8')
      .replace(/^PERSONAL_DATA = .*$/m, `PERSONAL_DATA = "${mode}"`)
      .replace(/^KEEP_FREE_TEXT = .*$/m, `KEEP_FREE_TEXT = ${keepFreeText ? 'True' : 'False'}`);
    mkdirSync(path.join(home, 'processors'));
    writeFileSync(path.join(home, 'processors/ingest.gen.star'), script);
    const operators = path.join(home, 'operators.csv');
    cpSync(path.join(root, 'telegraf/operators.csv'), operators);
    writeFileSync(operators, listed, { flag: 'a' });
    return await throughTelegraf(lines(), { CELLTHREAD_HOME: home, CELLTHREAD_OPERATORS: operators });
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** Lines that hold a name, shortened to where it stands. */
const told = (text: string) =>
  text
    .split('\n')
    .filter((line) => /Zebulon|Quirk/.test(line))
    .map((line) => line.slice(0, 300));

test.each(['pseudonym', 'off'])(
  'with %s no name and no free text is stored or logged, from the first message on',
  async (mode) => {
    const { rows, log } = await under(mode, false);
    expect(rows).toContain('cell_id="C-1"');
    expect(told(rows)).toEqual([]);
    expect(told(log)).toEqual([]);
    expect(rows.includes('operator="unlisted"')).toBe(mode === 'pseudonym');
  },
  30_000
);

test.each(['pseudonym', 'off'])(
  'with %s and free text kept only free text is stored',
  async (mode) => {
    const { rows } = await under(mode, true);
    expect(rows).toContain('asked Zebulon note Quirk');
    expect(rows).not.toContain(`O'Quirk`);
  },
  30_000
);

test('the login of whoever decided is kept for the audit, and of nobody else', async () => {
  const { rows } = await under('off', false);
  const authors = rows
    .split('\n')
    .flatMap((row) => /kind=(\w+),.*author="([^"]*)"/.exec(row)?.slice(1).join(' ') ?? []);
  expect(authors).toEqual(['release quality.lead']);
}, 30_000);

test('with clear everything is stored as it came', async () => {
  const { rows } = await under('clear', false);
  const stored = ['operator', 'author', 'approver', 'nested', 'edge', 'environment'];
  expect(stored.filter((field) => !new RegExp(`Zebulon \\\\*"${field}`).test(rows))).toEqual([]);
}, 30_000);

test('who is listed bears the pseudonym of the look-up file, as operator and as author', async () => {
  const { rows } = await under('pseudonym', false, `"${name('operator').replaceAll('"', '""')}",op-07\n`);
  expect(rows).toContain('operator="op-07"');
  expect(rows).toContain('author="op-07"');
  expect(told(rows)).toEqual([]);
}, 30_000);
