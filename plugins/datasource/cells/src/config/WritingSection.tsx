import { FieldSet } from '@grafana/ui';
import { authenticationOf } from './authentications';
import { withJson } from './changes';
import { SecretSetting } from './SecretSetting';
import type { SettingsProps } from './SettingsProps';
import { TextSetting } from './TextSetting';

/** A second login, for records that people make: reading never uses it. */
export function WritingSection(props: SettingsProps) {
  const { options, onOptionsChange } = props;
  const way = authenticationOf(options);
  if (way === 'none') {
    return null;
  }
  return (
    <FieldSet label="Writing" disabled={options.readOnly}>
      {way === 'basic' && (
        <TextSetting
          label="Write user"
          description="May write the record database; without one, nobody records notes or holds from a panel"
          value={options.jsonData.writeUser}
          onChange={(writeUser) => onOptionsChange(withJson(options, { writeUser }))}
        />
      )}
      <SecretSetting
        {...props}
        label={way === 'basic' ? 'Write password' : 'Write token'}
        description={
          way === 'basic' ? undefined : 'May write the record database; without one, nobody records from a panel'
        }
        secret="writePassword"
      />
    </FieldSet>
  );
}
