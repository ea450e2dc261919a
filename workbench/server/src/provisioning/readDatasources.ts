import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Datasource } from './Datasource';
import { expandEnv } from './expandEnv';

type Provisioned = Partial<Datasource> & { editable?: boolean };

/** The datasources of every `*.yaml` in a Grafana provisioning folder `datasources/`, in file and list order. */
export function readDatasources(folder: string, env: Record<string, string | undefined> = process.env): Datasource[] {
  if (!existsSync(folder)) {
    return [];
  }
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return files
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      try {
        const content = parse(readFileSync(file, 'utf8')) as { datasources?: Provisioned[] } | null;
        return content?.datasources ?? [];
      } catch (error) {
        throw new Error(`${file} is not a datasource provisioning file: ${(error as Error).message}`, { cause: error });
      }
    })
    .map((entry, i) => datasource(expandEnv(entry, env), i + 1));
}

function datasource(entry: Provisioned, id: number): Datasource {
  return {
    id,
    uid: entry.uid ?? `ds-${id}`,
    name: entry.name ?? entry.uid ?? `ds-${id}`,
    type: entry.type ?? '',
    access: 'proxy',
    url: entry.url ?? '',
    user: entry.user ?? '',
    database: entry.database ?? '',
    basicAuth: entry.basicAuth ?? false,
    basicAuthUser: entry.basicAuthUser ?? '',
    isDefault: entry.isDefault ?? false,
    readOnly: !(entry.editable ?? false),
    jsonData: entry.jsonData ?? {},
    secureJsonData: entry.secureJsonData ?? {},
    version: 1,
    updatedMs: Date.now(),
  };
}
