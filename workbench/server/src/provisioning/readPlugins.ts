import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A built plugin: its plugin.json and the folder it is served from. */
export interface Plugin {
  id: string;
  type: string;
  folder: string;
  json: Record<string, unknown> & { id: string; type: string; name: string; executable?: string };
}

const subfolders = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(folder, entry.name))
    : [];

/** Every plugin built below `pluginsDir`: the folders `<kind>/<name>/dist` that hold a plugin.json. */
export function readPlugins(pluginsDir: string): Plugin[] {
  return subfolders(pluginsDir)
    .flatMap(subfolders)
    .map((folder) => join(folder, 'dist'))
    .filter((folder) => existsSync(join(folder, 'plugin.json')))
    .map((folder) => {
      const json = JSON.parse(readFileSync(join(folder, 'plugin.json'), 'utf8')) as Plugin['json'];
      return { id: json.id, type: json.type, folder, json };
    });
}
