import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '@cellthread/install';

interface Provisioned {
  type: string;
  url?: unknown;
  jsonData?: { servers?: Array<{ url: string }> };
  secureJsonData?: Record<string, string>;
}

const folder = path.join(root, 'provisioning/datasources');
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const datasources = files.flatMap(
  (name) => (parse(readFileSync(path.join(folder, name), 'utf8')) as { datasources: Provisioned[] }).datasources
);

it('no datasource is provisioned with a url, which Grafana would proxy for every Viewer', () => {
  expect(datasources.length).toBeGreaterThan(0);
  expect(datasources.filter((datasource) => 'url' in datasource)).toEqual([]);
  expect(datasources.map(({ jsonData }) => jsonData?.servers?.length)).toEqual(datasources.map(() => 1));
});

it('addresses and secrets come from variables, none is written down', () => {
  const texts = datasources.flatMap(({ jsonData, secureJsonData }) => [
    ...(jsonData?.servers ?? []).map(({ url }) => url),
    ...Object.values(secureJsonData ?? {}),
  ]);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.filter((text) => !/^\$[A-Z_]+$/.test(text))).toEqual([]);
});
