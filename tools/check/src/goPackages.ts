import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pluginDir } from '@cellthread/install';

/**
 * Packages whose tests calculate for minutes, which the race detector makes ten times as long, and start nothing beside themselves that
 * it could find.
 */
export const calculating: readonly string[] = ['./pkg/holds', './pkg/monitor', './pkg/spc', './pkg/spc/problem'];

/** The packages of which some tests leave themselves out beside the race detector. */
export const partlyCalculating: readonly string[] = [
  './pkg/keeper',
  './pkg/plugin',
  './pkg/proof',
  './pkg/types',
  './pkg/watch',
];

/** Those tests, as `go test -run` takes them. */
export function slowTests(): string {
  return `^(${partlyCalculating.flatMap(slowTestsOf).sort().join('|')})$`;
}

const slowTestsOf = (name: string) => {
  const folder = path.join(pluginDir, name);
  return readdirSync(folder, { encoding: 'utf8' })
    .filter((file) => file.endsWith('_test.go'))
    .flatMap((file) => [
      ...readFileSync(path.join(folder, file), 'utf8').matchAll(
        /^func (Test\w+)\(t \*testing\.T\) \{\n\tslowtest\.Many\w+\(t\)$/gm
      ),
    ])
    .map(([, test]) => test!);
};

/** All packages of the datasource that have tests, but for those that only calculate. */
export function concurrent(): string[] {
  const files = readdirSync(pluginDir, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep));
  const tested = files.filter((parts) => ['cmd', 'pkg'].includes(parts[0]!) || parts.length === 1).filter(isGoTest);
  const packages = new Set(tested.map((parts) => ['.', ...parts.slice(0, -1)].join('/')));
  return [...packages].filter((name) => !calculating.includes(name)).sort();
}

const isGoTest = (parts: string[]) => parts.at(-1)!.endsWith('_test.go');
