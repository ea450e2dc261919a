import { FieldSet, RadioButtonGroup, TagsInput } from '@grafana/ui';
import { withJson } from './changes';
import { SettingField } from './SettingField';
import type { SettingsProps } from './SettingsProps';

const PERSONAL_DATA = [
  {
    value: 'pseudonym' as const,
    label: 'Pseudonym',
    description: 'Operators as they are stored; the plan’s default stores pseudonyms',
  },
  {
    value: 'clear' as const,
    label: 'Clear',
    description: 'Operators as they are stored, by agreement with their name',
  },
  { value: 'off' as const, label: 'Off', description: 'No operators at all' },
];

/** Who may see what through this datasource. */
export function AccessSection({ options, onOptionsChange }: SettingsProps) {
  const { sites, personalData } = options.jsonData;
  return (
    <FieldSet label="Access" disabled={options.readOnly}>
      <SettingField
        label="Allowed sites"
        description="Enforced in the backend; empty for all. Every viewer may ask anything of a datasource: organisations that must not see each other get one each"
      >
        {(id) => (
          <TagsInput
            id={id}
            width={46}
            placeholder="Site, such as de1 (Enter to add)"
            tags={sites ?? []}
            disabled={options.readOnly}
            addOnBlur
            onChange={(list) => onOptionsChange(withJson(options, { sites: list }))}
          />
        )}
      </SettingField>
      <SettingField
        label="Operators"
        description={PERSONAL_DATA.find(({ value }) => value === (personalData || 'pseudonym'))?.description}
      >
        {(id) => (
          <RadioButtonGroup
            id={id}
            options={PERSONAL_DATA}
            value={personalData || 'pseudonym'}
            disabled={options.readOnly}
            onChange={(value) => onOptionsChange(withJson(options, { personalData: value }))}
          />
        )}
      </SettingField>
    </FieldSet>
  );
}
