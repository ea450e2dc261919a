import { DataSourcePlugin } from '@grafana/data';
import { CellsDatasource } from './CellsDatasource';
import { ConfigEditor } from './config/ConfigEditor';
import { QueryEditor } from './editor/QueryEditor';
import { QueryHelp } from './editor/QueryHelp';
import type { CellsQuery } from './query';
import type { CellsSecrets, CellsSettings } from './settings';

export const plugin = new DataSourcePlugin<CellsDatasource, CellsQuery, CellsSettings, CellsSecrets>(CellsDatasource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
  .setQueryEditorHelp(QueryHelp);
