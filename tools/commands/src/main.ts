import { StackError } from '@cellthread/install';
import { commands } from './commands';

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(2);
}
try {
  process.exitCode = await (await command.load(args))(args);
} catch (error) {
  process.stderr.write(error instanceof StackError ? `\n${error.message}\n` : `\n${(error as Error).stack}\n`);
  process.exitCode = 1;
}
