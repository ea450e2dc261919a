import { FieldSet } from '@grafana/ui';
import { settingDefaults } from '../settings';
import { withJson } from './changes';
import type { SettingsProps } from './SettingsProps';
import { TextSetting } from './TextSetting';

const BUDGETS = [
  {
    key: 'maxRows',
    label: 'Rows',
    description: 'Read by one query; more are cut, with a notice that says how to narrow',
  },
  { key: 'maxCells', label: 'Cells', description: 'Rows of a join' },
  { key: 'maxMegabytes', label: 'Megabytes', description: 'Of one answer of InfluxDB' },
] as const;

/** What one query may cost. */
export function BudgetSection({ options, onOptionsChange }: SettingsProps) {
  return (
    <FieldSet label="Budget of a query" disabled={options.readOnly}>
      {BUDGETS.map(({ key, label, description }) => (
        <TextSetting
          key={key}
          label={label}
          description={description}
          number
          placeholder={settingDefaults[key]}
          value={options.jsonData[key]}
          onChange={(text) => onOptionsChange(withJson(options, { [key]: parseInt(text, 10) }))}
        />
      ))}
    </FieldSet>
  );
}
