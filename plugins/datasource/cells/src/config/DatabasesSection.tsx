import { ControlledCollapse, FieldSet } from '@grafana/ui';
import { settingDefaults, type DatabaseName } from '../settings';
import { withJson } from './changes';
import type { SettingsProps } from './SettingsProps';
import { TextSetting } from './TextSetting';

const DATABASES: Array<{ name: DatabaseName; holds: string }> = [
  { name: 'visits', holds: 'stations, environment, state of equipment' },
  { name: 'index', holds: 'where each item was seen' },
  { name: 'record', holds: 'control plan, limits, events, genealogy' },
  { name: 'curve', holds: 'cycler samples' },
  { name: 'rejected', holds: 'inputs that could not be stored' },
];

/** The five databases: one prefix, and names of their own where they differ. */
export function DatabasesSection({ options, onOptionsChange }: SettingsProps) {
  const { databasePrefix, databases = {} } = options.jsonData;
  const setDatabase = (name: DatabaseName, value: string) => {
    const named = Object.entries({ ...databases, [name]: value.trim() }).filter(([, text]) => text);
    onOptionsChange(withJson(options, { databases: named.length ? Object.fromEntries(named) : undefined }));
  };
  return (
    <FieldSet label="Databases" disabled={options.readOnly}>
      <TextSetting
        label="Prefix"
        description="Names the five databases (2.x: buckets), unless one is named below"
        placeholder={settingDefaults.databasePrefix}
        value={databasePrefix}
        onChange={(text) => onOptionsChange(withJson(options, { databasePrefix: text.trim() }))}
      />
      <ControlledCollapse label="Single names that differ" isOpen={Object.keys(databases).length > 0}>
        {DATABASES.map(({ name, holds }) => (
          <TextSetting
            key={name}
            label={`Database ${name}`}
            description={`Holds ${holds}`}
            placeholder={`${databasePrefix ?? settingDefaults.databasePrefix}${name}`}
            value={databases[name]}
            onChange={(text) => setDatabase(name, text)}
          />
        ))}
      </ControlledCollapse>
    </FieldSet>
  );
}
