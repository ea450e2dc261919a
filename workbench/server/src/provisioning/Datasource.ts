/** A datasource as Grafana stores it. Secrets never leave the server. */
export interface Datasource {
  id: number;
  uid: string;
  name: string;
  type: string;
  access: 'proxy';
  url: string;
  user: string;
  database: string;
  basicAuth: boolean;
  basicAuthUser: string;
  isDefault: boolean;
  readOnly: boolean;
  jsonData: Record<string, unknown>;
  secureJsonData: Record<string, string>;
  version: number;
  updatedMs: number;
}
