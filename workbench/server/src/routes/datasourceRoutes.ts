import type { Route } from '../http/Router';
import { HttpError } from '../http/HttpError';
import type { Datasource } from '../provisioning/Datasource';
import { chosenUser } from '../users';
import type { Workbench } from '../Workbench';
import { findDatasource } from './findDatasource';

/** A datasource as Grafana shows it to a browser: secrets only by name. */
function publicDatasource({ secureJsonData, updatedMs: _, ...datasource }: Datasource) {
  const secureJsonFields = Object.fromEntries(
    Object.entries(secureJsonData).map(([key, value]) => [key, value !== ''])
  );
  return {
    ...datasource,
    orgId: 1,
    typeLogoUrl: '',
    typeName: datasource.type,
    withCredentials: false,
    secureJsonFields,
  };
}

/** The parts of a settings save that a person may change. */
type Save = Pick<
  Datasource,
  'name' | 'url' | 'user' | 'database' | 'basicAuth' | 'basicAuthUser' | 'jsonData' | 'isDefault'
> & { secureJsonData?: Record<string, string>; secureJsonFields?: Record<string, boolean> };

function save(datasource: Datasource, changes: Save): void {
  const kept = Object.entries(datasource.secureJsonData).filter(([key]) => changes.secureJsonFields?.[key] !== false);
  Object.assign(datasource, {
    name: changes.name ?? datasource.name,
    url: changes.url ?? datasource.url,
    user: changes.user ?? datasource.user,
    database: changes.database ?? datasource.database,
    basicAuth: changes.basicAuth ?? datasource.basicAuth,
    basicAuthUser: changes.basicAuthUser ?? datasource.basicAuthUser,
    jsonData: changes.jsonData ?? datasource.jsonData,
    secureJsonData: { ...Object.fromEntries(kept), ...changes.secureJsonData },
    version: datasource.version + 1,
    // The plugin rebuilds its instance only when this moves.
    updatedMs: Math.max(Date.now(), datasource.updatedMs + 1),
  });
}

/** `/api/datasources`: the provisioned ones; editable ones may be changed by an Admin, in memory only. */
export function datasourceRoutes(workbench: Workbench): Route[] {
  return [
    {
      methods: ['GET'],
      path: '/api/datasources',
      handle: (exchange) => exchange.json(workbench.datasources.map(publicDatasource)),
    },
    {
      methods: ['GET'],
      path: '/api/datasources/uid/:uid',
      handle: (exchange) => exchange.json(publicDatasource(findDatasource(workbench, exchange.param('uid')))),
    },
    {
      methods: ['PUT'],
      path: '/api/datasources/uid/:uid',
      handle: async (exchange) => {
        const datasource = findDatasource(workbench, exchange.param('uid'));
        if (datasource.readOnly) {
          throw new HttpError(403, 'Cannot update read-only data source');
        }
        if (chosenUser(workbench.user, exchange.request.headers.cookie).role !== 'Admin') {
          throw new HttpError(403, "You'll need additional permissions to perform this action: datasources:write");
        }
        save(datasource, await exchange.jsonBody<Save>());
        workbench.live.restart(datasource.uid);
        exchange.json({
          datasource: publicDatasource(datasource),
          id: datasource.id,
          message: 'Datasource updated',
          name: datasource.name,
        });
      },
    },
  ];
}
