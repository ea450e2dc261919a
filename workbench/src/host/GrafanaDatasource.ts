import {
  dataFrameFromJSON,
  DataSourceApi,
  PluginType,
  type DataFrameJSON,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
} from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

interface SnapshotQuery extends DataQuery {
  snapshot?: DataFrameJSON[];
}

/** Grafana's built-in datasource, of which the workbench knows the stored frames (`queryType: snapshot`). */
export class GrafanaDatasource extends DataSourceApi<SnapshotQuery> {
  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
  }

  async query({ targets }: DataQueryRequest<SnapshotQuery>): Promise<DataQueryResponse> {
    return {
      data: targets.flatMap(({ refId, snapshot = [] }) =>
        snapshot.map((json) => ({ ...dataFrameFromJSON(json), refId }))
      ),
    };
  }

  async testDatasource() {
    return { status: 'success', message: 'built in' };
  }
}

export const grafanaSettings: DataSourceInstanceSettings = {
  id: -1,
  uid: 'grafana',
  name: '-- Grafana --',
  type: 'datasource',
  access: 'direct',
  readOnly: true,
  jsonData: {},
  meta: {
    id: 'grafana',
    name: '-- Grafana --',
    type: PluginType.datasource,
    module: '',
    baseUrl: '',
    builtIn: true,
    metrics: true,
    annotations: true,
    info: {
      author: { name: '' },
      description: '',
      links: [],
      logos: { small: '', large: '' },
      screenshots: [],
      updated: '',
      version: '',
    },
  },
};
