import type { CellsSecrets, CellsSettings } from '../settings';
import type { Settings } from './SettingsProps';

/** The settings with other jsonData; what is empty is left out, so that the backend's default holds. */
export function withJson(settings: Settings, change: { [Key in keyof CellsSettings]?: unknown }): Settings {
  const entries = Object.entries({ ...settings.jsonData, ...change });
  const jsonData = Object.fromEntries(entries.filter(([, value]) => !isEmpty(value))) as CellsSettings;
  return { ...settings, jsonData };
}

/** The settings with a secret that was entered. */
export const withSecret = (settings: Settings, key: keyof CellsSecrets, value: string): Settings => ({
  ...settings,
  secureJsonData: { ...settings.secureJsonData, [key]: value },
});

/** The settings with a stored secret forgotten: Grafana keeps what is not overwritten. */
export const withoutSecret = (settings: Settings, key: keyof CellsSecrets): Settings => ({
  ...settings,
  secureJsonFields: { ...settings.secureJsonFields, [key]: false },
  secureJsonData: { ...settings.secureJsonData, [key]: '' },
});

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === '' ||
  value === false ||
  Number.isNaN(value) ||
  (Array.isArray(value) && !value.length);
