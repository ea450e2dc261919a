import type { DataSourceJsonData } from '@grafana/data';
import type { Database } from '@cellthread/vocabulary';

export type Authentication = 'none' | 'basic' | 'token' | 'bearer';

/** The defaults of the backend, shown where a setting is empty. */
export const settingDefaults = {
  databasePrefix: 'cellthread_',
  queryTimeout: '30s',
  maxRows: 1_000_000,
  maxCells: 200_000,
  maxMegabytes: 512,
};

/** What the configuration editor stores: the datasource's own keys, then those of Grafana's HTTP client. */
export interface CellsSettings extends DataSourceJsonData {
  /** One for now; never the data source's `url`, which Grafana proxies for every Viewer. */
  servers?: Array<{ url: string }>;
  authentication?: Authentication;
  user?: string;
  databasePrefix?: string;
  databases?: Partial<Record<Database, string>>;
  queryTimeout?: string;
  compress?: boolean;
  maxRows?: number;
  maxCells?: number;
  maxMegabytes?: number;
  sites?: string[];
  personalData?: 'pseudonym' | 'clear' | 'off' | '';
  writeUser?: string;
  actionLogins?: string[];
  limitEditors?: string[];

  dialTimeout?: number;
  tlsSkipVerify?: boolean;
  tlsAuthWithCACert?: boolean;
  tlsAuth?: boolean;
  serverName?: string;
  enableSecureSocksProxy?: boolean;
  [header: `httpHeaderName${number}`]: string;
}

/** Secrets that never come back to the browser. */
export interface CellsSecrets {
  password?: string;
  token?: string;
  /** Of `writeUser`; with tokens a token. */
  writePassword?: string;
  tlsCACert?: string;
  tlsClientCert?: string;
  tlsClientKey?: string;
  [header: `httpHeaderValue${number}`]: string;
}
