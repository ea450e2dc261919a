import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireProgram } from '../install/requireProgram';
import { startPart } from '../parts/part';
import { root } from '../paths';
import { until } from '../until';
import { type CaseResult, caseFile, errorsIn, namesOfCases } from './runCases';

export const cyclerCaseNames = namesOfCases('cycler-');

const filesOf = (name: string) => readdirSync(caseFile(name, '.')).filter((file) => file !== 'expected');

/**
 * Lays the files of all cycler cases into one folder under the eyes of the real Telegraf. A case's rows are those of its
 * files' channels, followed by where each file went; a rejected row bears the name of its file.
 */
export async function runCyclerCases(names: string[]): Promise<{ results: CaseResult[]; errors: string[] }> {
  const place = mkdtempSync(path.join(tmpdir(), 'cellthread-cyclers-'));
  const inbox = path.join(place, 'in');
  mkdirSync(inbox);
  for (const name of names) {
    filesOf(name).forEach((file) => cpSync(caseFile(name, file), path.join(inbox, file)));
  }
  const output = path.join(place, 'rows.lp');
  const logFile = path.join(place, 'telegraf.log');
  writeFileSync(path.join(place, 'telegraf.conf'), config(output));
  const telegraf = startPart({
    name: 'telegraf',
    command: requireProgram('telegraf'),
    args: ['--strict-env-handling', ...[path.join(place, 'telegraf.conf'), cyclers].flatMap((f) => ['--config', f])],
    env: { CELLTHREAD_HOME: path.join(root, 'telegraf'), CELLTHREAD_CYCLER_DIR: inbox, CELLTHREAD_CURVE_DAYS: '36500' },
    logFile,
  });
  try {
    await until('The reading of all cycler files', () => readdirSync(inbox).length === 2, {
      failed: telegraf.endedBecause,
    });
    await telegraf.stop();
    const rows = existsSync(output) ? readFileSync(output, 'utf8').trimEnd().split('\n') : [];
    const results = names.map((name) => ({ name, rows: [...filesOf(name).flatMap(rowsOf(rows, inbox))].sort() }));
    return { results, errors: errorsIn(readFileSync(logFile, 'utf8')).filter((line) => !line.includes('Exiting the')) };
  } finally {
    telegraf.kill();
    rmSync(place, { recursive: true });
  }
}

const cyclers = path.join(root, 'telegraf/telegraf.d/cyclers.conf');

const config = (output: string) => `[agent]
  omit_hostname = true
  precision = "1ns"
  flush_interval = "200ms"
  metric_buffer_limit = 2000000
  skip_processors_after_aggregators = true

[[outputs.file]]
  files = ["${output}"]
  data_format = "influx"
  influx_sort_fields = true
`;

const rowsOf = (rows: string[], inbox: string) => (file: string) => {
  const channel = Number(/(?:_CH|\.0)(\d+)(?:\.csv)?$/.exec(file)?.[1] ?? (file.endsWith('.txt') ? 17 : NaN));
  const where = ['finished', 'failed'].filter((folder) => existsSync(path.join(inbox, folder, file)));
  return [
    ...rows.filter((row) => row.startsWith('curve,') && row.includes(`,position=${channel} `)),
    ...rows.filter((row) => row.includes(`topic="cyclers/${file}"`)).map((row) => row.replace(/\d{19}$/, 'now')),
    `# ${file} went to ${where.join(' and ')}`,
  ];
};
