import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PanelJson {
  id: number;
  type: string;
  title?: string;
  panels?: PanelJson[];
}

export interface DashboardJson {
  uid: string;
  title: string;
  /** Empty where the page asks only once. */
  refresh: string;
  panels: PanelJson[];
}

const folder = join(__dirname, '../../provisioning/dashboards');

/** The provisioned dashboards, as they lie in the repository. */
export const dashboards: DashboardJson[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as DashboardJson);
