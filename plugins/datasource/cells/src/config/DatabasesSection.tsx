import { ControlledCollapse, FieldSet } from '@grafana/ui';
import { type Database, databaseHolds, databases as names } from '@cellthread/vocabulary';
import { settingDefaults } from '../settings';
import { withJson } from './changes';
import type { SettingsProps } from './SettingsProps';
import { TextSetting } from './TextSetting';

/** The five databases: one prefix, and names of their own where they differ. */
export function DatabasesSection({ options, onOptionsChange }: SettingsProps) {
  const { databasePrefix, databases = {} } = options.jsonData;
  const setDatabase = (name: Database, value: string) => {
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
        {names.map((name) => (
          <TextSetting
            key={name}
            label={`Database ${name}`}
            description={`Holds ${databaseHolds[name]}`}
            placeholder={`${databasePrefix ?? settingDefaults.databasePrefix}${name}`}
            value={databases[name]}
            onChange={(text) => setDatabase(name, text)}
          />
        ))}
      </ControlledCollapse>
    </FieldSet>
  );
}
