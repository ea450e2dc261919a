import { type Run } from '@cellthread/install';

export interface Command {
  title: string;
  load(args: string[]): Promise<Run>;
}

/** Every `npm run …` command that tools/bootstrap.mjs hands over. */
export const commands: Record<string, Command> = {
  demo: {
    title: 'the whole plant on this machine',
    load: async (args) =>
      args.includes('--docker')
        ? (await import('./dockerPlant')).dockerPlant
        : (await import('@cellthread/stack/demo')).demo,
  },
  test: { title: 'everything CI runs', load: async () => (await import('@cellthread/check')).test },
  build: { title: 'panels, datasource and workbench', load: async () => (await import('@cellthread/install')).build },
  gen: { title: 'derived files from the control plan', load: async () => (await import('./scripts')).gen },
  'plan:push': { title: 'the control plan into InfluxDB', load: async () => (await import('./scripts')).planPush },
  bench: { title: 'benchmarks', load: async () => (await import('./scripts')).bench },
  e2e: { title: 'browser tests', load: async () => (await import('@cellthread/check')).e2e },
  package: { title: 'one archive a plugin', load: async () => (await import('@cellthread/install')).archive },
};
