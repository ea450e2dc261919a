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

/** The types of the panels of a page, of those in rows too. */
export const typesOf = (panels: PanelJson[]): string[] =>
  panels.flatMap(({ type, panels: inside = [] }) => [type, ...typesOf(inside)]);

/** Pages that have every type of panel among them. */
export const ofEveryPanel: DashboardJson[] = dashboards.filter(({ panels }, i) => {
  const before = new Set(dashboards.slice(0, i).flatMap((other) => typesOf(other.panels)));
  return typesOf(panels).some((type) => !before.has(type));
});
