/** Runs a command with its arguments; the number is the exit code. */
export type Run = (args: string[]) => Promise<number>;

export interface Command {
  title: string;
  load(): Promise<Run>;
}

/** Every `npm run …` command that tools/bootstrap.mjs hands over. */
export const commands: Record<string, Command> = {
  demo: { title: 'the whole plant on this machine', load: async () => (await import('./demo/demo')).demo },
  test: { title: 'everything CI runs', load: async () => (await import('./test/test')).test },
  build: { title: 'panels, datasource and workbench', load: async () => (await import('./install/build')).build },
  gen: { title: 'derived files from the control plan', load: async () => (await import('./scripts')).gen },
  'plan:push': { title: 'the control plan into InfluxDB', load: async () => (await import('./scripts')).planPush },
  bench: { title: 'benchmarks', load: async () => (await import('./scripts')).bench },
  e2e: { title: 'browser tests', load: async () => (await import('./test/e2e')).e2e },
  package: { title: 'one archive a plugin', load: async () => (await import('./install/archive')).archive },
};
