export { type Command, type Output, UsageError } from './command';
export { commands } from './commands';
export { runCli } from './runCli';
