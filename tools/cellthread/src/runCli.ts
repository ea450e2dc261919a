import { PlanError } from '@cellthread/plan';
import { type Command, type Output, UsageError } from './command';

function list(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'cellthread <command> [options]',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    '',
    'cellthread <command> --help says more about one.',
  ];
}

function help({ name, about, usage }: Command): string[] {
  return [`cellthread ${name}: ${about}`, '', ...usage.map((line) => `  ${line}`)];
}

function find(commands: readonly Command[], args: string[]): Command | undefined {
  return commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
}

/** Runs the command the arguments name. @returns the exit code: 0 done, 1 failed, 2 called wrongly. */
export async function runCli(commands: readonly Command[], args: string[], output: Output): Promise<number> {
  const command = find(commands, args);
  if (!command) {
    const asked = args.length === 0 || args[0] === '--help' || args[0] === 'help';
    const print = asked ? output.out : output.err;
    if (!asked) {
      print(`There is no command "${args.join(' ')}".`);
    }
    list(commands).forEach((line) => print(line));
    return asked && args.length > 0 ? 0 : 2;
  }
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help')) {
    help(command).forEach((line) => output.out(line));
    return 0;
  }
  try {
    return await command.run(rest, output);
  } catch (error) {
    if (error instanceof UsageError) {
      [error.message, '', ...help(command)].forEach((line) => output.err(line));
      return 2;
    }
    const text = error instanceof Error ? error.message : String(error);
    output.err(error instanceof PlanError ? text : `cellthread ${command.name}: ${text}`);
    return 1;
  }
}
