import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));

export interface FiringAlert {
  labels: Record<string, string>;
  /** Of query A. */
  value?: number;
  /** RFC 3339. */
  startsAt: string;
}

/** The message that Grafana writes of firing alerts with a contact point's template, by Go's own text/template. */
export function render(template: string, firing: readonly FiringAlert[]): string {
  const done = spawnSync('go', ['run', path.join(folder, 'main.go')], {
    input: JSON.stringify({ template, firing }),
    encoding: 'utf8',
  });
  if (done.status !== 0) {
    throw new Error(done.stderr || String(done.error));
  }
  return done.stdout;
}
