import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The module of the data source: its command `texts` fills in Grafana's texts by Go's own templates. */
const cells = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../../plugins/datasource/cells');

export interface FiringAlert {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  /** By the id of the query; null is no number. */
  values?: Record<string, number | null>;
  /** RFC 3339. */
  startsAt: string;
}

export interface Notification {
  firing?: readonly FiringAlert[];
  resolved?: readonly FiringAlert[];
  /** Of a notification template file. */
  definitions?: string;
}

/** The message that Grafana writes of alerts with a contact point's template. */
export const render = (template: string, { firing = [], resolved = [], definitions }: Notification): string =>
  run({
    message: {
      templates: definitions === undefined ? [] : [definitions],
      text: template,
      data: {
        alerts: [
          ...firing.map((alert) => ({ ...alert, status: 'firing' })),
          ...resolved.map((alert) => ({ ...alert, status: 'resolved' })),
        ],
      },
    },
  }).text;

/** Annotations of each alert as Grafana expands them, by name. */
export const renderAnnotations = (
  all: ReadonlyArray<{ texts: Record<string, string>; alert: FiringAlert }>
): Array<Record<string, string>> =>
  runAll(
    all.map(({ texts, alert: { labels, values } }) => ({
      rule: { texts, labels, values, externalURL: 'http://grafana/' },
    }))
  ).map(({ texts }) => texts!);

interface Answer {
  text: string;
  texts?: Record<string, string>;
  error?: string;
}

const run = (request: object): Answer => runAll([request])[0]!;

function runAll(requests: readonly object[]): Answer[] {
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  const done = spawnSync('go', ['run', './cmd/texts'], { cwd: cells, input, encoding: 'utf8' });
  if (done.status !== 0) {
    throw new Error(done.stderr || String(done.error));
  }
  const answers = done.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  const failed = answers.find(({ error }) => error !== undefined);
  if (failed) {
    throw new Error(failed.error);
  }
  return answers;
}
