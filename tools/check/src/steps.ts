import path from 'node:path';
import { pluginDir, root } from '@cellthread/install';
import { calculating, concurrent } from './goPackages';

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

/**
 * What needs no running stack; the two lists run side by side, and the browser tests beside the longer one: what takes both cores
 * stands before what takes one, so that pages are drawn beside the latter.
 */
export const lanes: TestStep[][] = [
  [
    { title: 'golangci-lint', command: 'golangci-lint', args: ['run', './...'], cwd: pluginDir },
    // golangci-lint has vetted.
    { title: 'go test', command: 'go', args: ['test', '-vet=off', '-count=1', ...calculating], cwd: pluginDir },
    {
      title: 'go test -race',
      command: 'go',
      // Of a busy machine nothing is to be learned but that it was busy.
      args: ['test', '-race', '-vet=off', '-count=1', '-timeout=40m', ...concurrent()],
      cwd: pluginDir,
    },
    {
      title: 'Go is formatted',
      command: 'gofmt',
      args: ['-l', '.'],
      cwd: pluginDir,
      verify: (output) => (output.trim() ? `gofmt -w is needed on:\n${output}` : undefined),
    },
    {
      title: 'files are formatted',
      command: node,
      args: [bin('prettier/bin/prettier.cjs'), '--check', '--cache', '.'],
    },
    { title: 'lint and import directions', command: node, args: [bin('eslint/bin/eslint.js'), '.'] },
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
    { title: 'types', command: node, args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
    { title: 'workbench', command: node, args: ['workbench/test.mjs'] },
  ],
  [
    {
      title: 'derived files are up to date',
      command: node,
      args: ['--import', 'tsx', 'tools/generate/src/main.ts', '--check'],
    },
    // One worker more than a small machine has cores: the tests of real parts wait more than they compute.
    { title: 'unit, corpus, ingest (jest)', command: node, args: [bin('jest/bin/jest.js'), '--maxWorkers=3'] },
  ],
];
