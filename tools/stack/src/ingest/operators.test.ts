import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { requireProgram } from '../install/requireProgram';
import { root } from '../paths';

const rows = `filling,site=de1 cell_id="A",operator="Jane Doe" 1
filling,site=de1 cell_id="B",operator="Nobody" 2
filling,site=de1 cell_id="C" 3
event,site=de1 event_id="D",author="Jane Doe",source="person" 4
event,site=de1 event_id="E",author="cellthread",source="cellthread" 5
`;

test('operators become the pseudonyms of the look-up file and unlisted ones become unlisted', async () => {
  const place = mkdtempSync(path.join(tmpdir(), 'cellthread-operators-'));
  const file = (name: string, text: string) => (writeFileSync(path.join(place, name), text), path.join(place, name));
  const configs = [
    file(
      'telegraf.conf',
      `[agent]
  omit_hostname = true
  precision = "1ns"
  skip_processors_after_aggregators = true
[[inputs.file]]
  files = ["${file('rows.lp', rows)}"]
  data_format = "influx"
[[outputs.file]]
  files = ["stdout"]
`
    ),
    path.join(root, 'telegraf/optional/operators.conf'),
  ];
  try {
    const { stdout } = await promisify(execFile)(
      requireProgram('telegraf'),
      ['--strict-env-handling', '--once', ...configs.flatMap((config) => ['--config', config])],
      { env: { ...process.env, CELLTHREAD_OPERATORS: file('operators.csv', 'operator,pseudonym\nJane Doe,op-07\n') } }
    );
    expect(stdout).toBe(
      rows
        .replace('operator="Jane Doe"', 'operator="op-07"')
        .replace('Nobody', 'unlisted')
        .replace('author="Jane Doe"', 'author="op-07"')
    );
  } finally {
    rmSync(place, { recursive: true });
  }
}, 30_000);
