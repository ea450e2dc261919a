import type { Datasource } from './Datasource';
import { withLogins } from './logins';
import { readDatasources } from './readDatasources';

/** The uid every generated link, rule and test relies on. */
const UID = 'cellthread';

/** A datasource without settings: the one there is where none is provisioned. */
export const bareDatasource: Datasource = {
  id: 1,
  uid: UID,
  name: 'Cellthread',
  type: 'cellthread-cells-datasource',
  access: 'proxy',
  url: '',
  user: '',
  database: '',
  basicAuth: false,
  basicAuthUser: '',
  isDefault: true,
  readOnly: true,
  jsonData: {},
  secureJsonData: {},
  version: 1,
  updatedMs: Date.now(),
};

/** Laid over the provisioned datasource `cellthread`. */
export interface DatasourceOverride {
  jsonData?: Record<string, unknown>;
  secureJsonData?: Record<string, string>;
}

/** The datasources of a provisioning folder `datasources/`; `cellthread` is always one of them. */
export function provisionedDatasources(folder: string, override: DatasourceOverride = {}): Datasource[] {
  const read = readDatasources(folder, withLogins(process.env));
  const all = read.some(({ uid }) => uid === UID) ? read : [{ ...bareDatasource, id: read.length + 1 }, ...read];
  return all.map((datasource) =>
    datasource.uid === UID
      ? {
          ...datasource,
          jsonData: { ...datasource.jsonData, ...override.jsonData },
          secureJsonData: { ...datasource.secureJsonData, ...override.secureJsonData },
        }
      : datasource
  );
}
