import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pluginDir } from '@cellthread/install';

/**
 * Packages whose tests calculate for minutes, which the race detector makes ten times as long, and start nothing beside themselves that
 * it could find.
 */
export const calculating: readonly string[] = ['./pkg/monitor', './pkg/spc', './pkg/spc/problem'];

/** All other packages of the datasource that have tests. */
export function concurrent(): string[] {
  const files = readdirSync(pluginDir, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep));
  const tested = files.filter((parts) => ['cmd', 'pkg'].includes(parts[0]!) || parts.length === 1).filter(isGoTest);
  const packages = new Set(tested.map((parts) => ['.', ...parts.slice(0, -1)].join('/')));
  return [...packages].filter((name) => !calculating.includes(name)).sort();
}

const isGoTest = (parts: string[]) => parts.at(-1)!.endsWith('_test.go');
