import path from 'node:path';
import { pluginDir, root } from '@cellthread/install';
import { calculating, concurrent, partlyCalculating, slowTests } from './goPackages';

/** One thing that `npm test` checks: a program that must end with 0. */
export interface TestStep {
  title: string;
  command: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
  /** Given what was printed: a sentence when the success is none. */
  verify?: (output: string) => string | undefined;
}

const node = process.execPath;
const bin = (name: string) => path.join(root, 'node_modules', name);

/** Tests and their databases live for seconds: to collect their garbage takes a sixth of their time. */
const seldomCollected = { GOGC: '400' };

/** What comes first on a small machine: its tests of real parts count seconds. */
export const foreground: TestStep[] = [
  {
    title: 'derived files are up to date',
    command: node,
    args: ['--import', 'tsx', 'tools/generate/src/main.ts', '--check'],
  },
  // One worker more than a small machine has cores: the tests of real parts wait more than they compute.
  { title: 'unit, corpus, ingest (jest)', command: node, args: [bin('jest/bin/jest.js'), '--maxWorkers=3'] },
];

/** What takes the time that those leave: lists that run side by side. Browser tests wait for all of it. */
export const background: TestStep[][] = [
  [
    { title: 'golangci-lint', command: 'golangci-lint', args: ['run', './...'], cwd: pluginDir },
    {
      title: 'go test -race',
      command: 'go',
      // golangci-lint has vetted. Of a busy machine nothing is to be learned but that it was busy.
      args: ['test', '-race', '-vet=off', '-count=1', '-timeout=40m', ...concurrent()],
      cwd: pluginDir,
      env: seldomCollected,
    },
    {
      title: 'go test',
      command: 'go',
      args: ['test', '-vet=off', '-count=1', ...calculating],
      cwd: pluginDir,
    },
    {
      title: 'go test of many cells and queries',
      command: 'go',
      args: ['test', '-vet=off', '-count=1', '-timeout=40m', '-run', slowTests(), ...partlyCalculating],
      cwd: pluginDir,
      env: seldomCollected,
    },
    {
      title: 'Go is formatted',
      command: 'gofmt',
      args: ['-l', '.'],
      cwd: pluginDir,
      verify: (output) => (output.trim() ? `gofmt -w is needed on:\n${output}` : undefined),
    },
  ],
  [
    { title: 'workbench', command: node, args: ['workbench/test.mjs'] },
    { title: 'types', command: node, args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
    { title: 'lint and import directions', command: node, args: [bin('eslint/bin/eslint.js'), '.'] },
    {
      title: 'files are formatted',
      command: node,
      args: [bin('prettier/bin/prettier.cjs'), '--check', '--cache', '.'],
    },
    {
      title: 'no plant in product code',
      command: node,
      args: ['--import', 'tsx', 'tools/check/src/plantIds/main.ts'],
    },
    {
      title: 'dependencies are declared and used',
      command: node,
      args: [bin('knip/bin/knip.js'), '--no-config-hints', '--no-progress'],
    },
  ],
];
