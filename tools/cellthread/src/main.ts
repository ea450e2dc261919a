import { commands } from './commands';
import { runCli } from './runCli';

process.exitCode = await runCli(commands, process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
