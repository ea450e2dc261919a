import { loadPlan } from '@cellthread/plan/load';
import { argumentsFor } from './command/argumentsFor';
import { parseArguments, usage } from './command/parseArguments';
import { readPlant } from './plant/readPlant';
import { Report } from './run/Report';
import { run } from './run/run';

async function main(): Promise<void> {
  const args = parseArguments(process.argv.slice(2));
  if (args.help) {
    process.stdout.write(usage);
    return;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort());
  }
  const plant = readPlant(loadPlan(args.plan), args.site);
  await run(
    argumentsFor(args, plant),
    plant,
    new Report(args.json, (line) => process.stdout.write(`${line}\n`)),
    stop.signal
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`simulator: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
