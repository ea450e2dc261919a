import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));

export interface FiringAlert {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  /** By the id of the query. */
  values?: Record<string, number>;
  /** RFC 3339. */
  startsAt: string;
}

export interface Notification {
  firing?: readonly FiringAlert[];
  resolved?: readonly FiringAlert[];
  /** Of a notification template file. */
  definitions?: string;
}

/** The message that Grafana writes of alerts with a contact point's template, by Go's own text/template. */
export const render = (template: string, { firing = [], resolved = [], definitions = '' }: Notification): string =>
  run({ template, firing, resolved, definitions });

/** An annotation of an alert as Grafana expands it. */
export const renderAnnotation = (template: string, alert: FiringAlert): string =>
  run({ template, annotation: true, firing: [alert] });

function run(input: object): string {
  const done = spawnSync('go', ['run', path.join(folder, 'main.go')], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  if (done.status !== 0) {
    throw new Error(done.stderr || String(done.error));
  }
  return done.stdout;
}
