import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Classic dashboard JSON; only what the server itself looks at is named. */
export interface Dashboard {
  uid: string;
  title: string;
  tags?: string[];
  description?: string;
  [key: string]: unknown;
}

/** Every dashboard in `*.json` of a Grafana provisioning folder, by title. Read afresh: edits show on reload. */
export function readDashboards(folder: string): Dashboard[] {
  if (!existsSync(folder)) {
    return [];
  }
  const files = readdirSync(folder, { recursive: true }).map(String);
  return files
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const file = join(folder, name);
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as Dashboard;
      } catch (error) {
        throw new Error(`${file} is not a dashboard: ${(error as Error).message}`, { cause: error });
      }
    })
    .filter((dashboard) => typeof dashboard.uid === 'string' && dashboard.uid !== '')
    .sort((a, b) => a.title.localeCompare(b.title));
}
