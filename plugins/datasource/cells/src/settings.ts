import type { DataSourceJsonData } from '@grafana/data';

/** What the configuration editor stores beside Grafana's own HTTP settings. */
export interface CellsSettings extends DataSourceJsonData {
  authentication?: 'none' | 'basic' | 'token' | 'bearer';
  user?: string;
  databasePrefix?: string;
  databases?: Partial<Record<'visits' | 'index' | 'record' | 'curve' | 'rejected', string>>;
  queryTimeout?: string;
  maxRows?: number;
  maxCells?: number;
  maxMegabytes?: number;
  sites?: string[];
  personalData?: 'pseudonym' | 'clear' | 'off' | '';
}

/** Secrets that never come back to the browser. */
export interface CellsSecrets {
  password?: string;
  token?: string;
  writePassword?: string;
}
