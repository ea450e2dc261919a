import { HttpError } from '../http/HttpError';
import type { Datasource } from '../provisioning/Datasource';
import type { Workbench } from '../Workbench';

/** The datasource with this uid, else Grafana's 404. */
export function findDatasource(workbench: Workbench, uid: string): Datasource {
  const found = workbench.datasources.find((datasource) => datasource.uid === uid);
  if (!found) {
    throw new HttpError(404, 'Data source not found');
  }
  return found;
}
