import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import type { CellsSecrets, CellsSettings } from '../settings';

/** A configured datasource as its editor sees it. */
export type Settings = DataSourceSettings<CellsSettings, CellsSecrets>;

/** What every section of the editor gets: the settings and how to change them. */
export type SettingsProps = DataSourcePluginOptionsEditorProps<CellsSettings, CellsSecrets>;
