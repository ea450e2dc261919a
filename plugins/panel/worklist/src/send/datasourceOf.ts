import { type InterpolateFunction, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';

const type = 'cellthread-cells-datasource';

/** The uid of the data source that answered; empty where it cannot be asked: in snapshots, public dashboards, of other data. */
export function datasourceOf({ request }: PanelData, replaceVariables: InterpolateFunction): string {
  if (config.publicDashboardAccessToken) {
    return '';
  }
  const target = request?.targets.find(({ datasource }) => datasource?.type === type);
  return replaceVariables(target?.datasource?.uid ?? '');
}
