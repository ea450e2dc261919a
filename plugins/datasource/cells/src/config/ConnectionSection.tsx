import { FieldSet } from '@grafana/ui';
import { settingDefaults } from '../settings';
import { addressOf, withAddress } from './address';
import { withJson } from './changes';
import type { SettingsProps } from './SettingsProps';
import { SwitchSetting } from './SwitchSetting';
import { TextSetting } from './TextSetting';

/** Where InfluxDB is, and how long to wait for it. */
export function ConnectionSection({ options, onOptionsChange }: SettingsProps) {
  const { jsonData } = options;
  return (
    <FieldSet label="Connection" disabled={options.readOnly}>
      <TextSetting
        label="URL"
        description="InfluxDB 1.8–1.12, 2.x or 3, as Grafana’s server reaches it; without user and password, since every Viewer receives it"
        placeholder="http://influxdb:8086"
        value={addressOf(options)}
        onChange={(text) => onOptionsChange(withAddress(options, text.trim()))}
      />
      <TextSetting
        label="Query timeout"
        description="A query that takes longer ends with a sentence that says so; such as 30s or 2m"
        placeholder={settingDefaults.queryTimeout}
        value={jsonData.queryTimeout}
        onChange={(queryTimeout) => onOptionsChange(withJson(options, { queryTimeout }))}
      />
      <TextSetting
        label="Connect timeout"
        description="How long to wait until the server answers a connection"
        number
        suffix="s"
        placeholder={10}
        value={jsonData.dialTimeout}
        onChange={(seconds) => onOptionsChange(withJson(options, { dialTimeout: parseFloat(seconds) }))}
      />
      <SwitchSetting
        label="Compress"
        description="gzip between InfluxDB and Grafana: worth it over a slow line only"
        value={jsonData.compress}
        onChange={(compress) => onOptionsChange(withJson(options, { compress }))}
      />
    </FieldSet>
  );
}
