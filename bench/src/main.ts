import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '@cellthread/install';
import { format, resolveConfig } from 'prettier';
import { type Benchmark } from './Benchmark';
import { benchmarks } from './registry';
import { load, machine } from './report/machine';
import { section, withSection } from './report/section';

const resultsFile = path.join(root, 'bench/RESULTS.md');
const print = (text: string) => process.stdout.write(`${text}\n`);
const LONG_MINUTES = 5;

const list = benchmarks
  .map(
    (b) => `  ${b.id.padEnd(18)}${b.title} (about ${b.minutes} min${b.minutes > LONG_MINUTES ? ', by name only' : ''})`
  )
  .join('\n');
const usage = `npm run bench -- [name …] [--dry]\n\nWithout a name all short ones run. --dry leaves bench/RESULTS.md as it is.\n\n${list}\n`;

/** Measures and writes down; gives what is not met. */
async function runOne(benchmark: Benchmark, dry: boolean): Promise<string[]> {
  print(`\n${benchmark.id}: ${benchmark.title} …`);
  const loadBefore = load();
  const outcome = await benchmark.run((text) => print(`  … ${text}`));
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
  const text = section(benchmark, outcome, { date, machine: machine(), loadBefore, loadAfter: load() });
  print(text);
  if (!dry) {
    const before = existsSync(resultsFile) ? readFileSync(resultsFile, 'utf8') : '# Results of the benchmarks\n';
    const ids = benchmarks.map((b) => b.id);
    await write(resultsFile, withSection(before, benchmark.id, text, ids));
    if (benchmark.page) {
      await write(path.join(root, benchmark.page.file), `${benchmark.page.words}\n\n${text}\n`);
    }
  }
  return outcome.figures.filter(({ met }) => met === false).map(({ what }) => what);
}

/** Prettier knows how wide a letter with a bar is; the format check holds the files to it. */
async function write(file: string, markdown: string): Promise<void> {
  const config = { ...(await resolveConfig(file)), parser: 'markdown' };
  writeFileSync(file, await format(markdown, config));
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dry: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const unknown = positionals.find((name) => !benchmarks.some((b) => b.id === name));
  if (values.help || unknown !== undefined) {
    print(`${unknown === undefined ? '' : `There is no benchmark ${unknown}.\n\n`}${usage}`);
    return unknown === undefined ? 0 : 2;
  }
  const chosen = benchmarks.filter((b) =>
    positionals.length ? positionals.includes(b.id) : b.minutes <= LONG_MINUTES
  );
  let failed = 0;
  for (const benchmark of chosen) {
    try {
      const missed = await runOne(benchmark, values.dry);
      missed.forEach((what) => print(`  ✗ ${benchmark.id}: ${what} is not met`));
      failed += missed.length;
    } catch (error) {
      failed++;
      print(`  ✗ ${benchmark.id} was not measured: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  return failed ? 1 : 0;
}

process.exit(await main());
