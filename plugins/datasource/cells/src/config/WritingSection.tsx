import { FieldSet, TagsInput } from '@grafana/ui';
import { authenticationOf } from './authentications';
import { withJson } from './changes';
import { SecretSetting } from './SecretSetting';
import { SettingField } from './SettingField';
import type { SettingsProps } from './SettingsProps';
import { TextSetting } from './TextSetting';

/** As whom notes, holds and decisions are stored, and who may say them; without a login the datasource only reads. */
export function WritingSection(props: SettingsProps) {
  const { options, onOptionsChange } = props;
  const way = authenticationOf(options);
  const tokens = way === 'token' || way === 'bearer';
  return (
    <FieldSet label="Writing" disabled={options.readOnly}>
      {!tokens && (
        <TextSetting
          label="Writing user"
          description="Stores notes, holds and decisions in the databases record and index; another than the one that reads. Empty: nothing is stored"
          value={options.jsonData.writeUser}
          onChange={(writeUser) => onOptionsChange(withJson(options, { writeUser }))}
        />
      )}
      <SecretSetting
        {...props}
        label={tokens ? 'Writing token' : 'Writing password'}
        description={tokens ? 'May write the buckets visits, record and index. Empty: nothing is stored' : undefined}
        secret="writePassword"
      />
      <SettingField
        label="Logins that may act"
        description="Besides Editors and Admins, who may. A service account may note and hold, never release"
      >
        {(id) => (
          <TagsInput
            id={id}
            width={46}
            placeholder="Login (Enter to add)"
            tags={options.jsonData.actionLogins ?? []}
            disabled={options.readOnly}
            addOnBlur
            onChange={(actionLogins) => onOptionsChange(withJson(options, { actionLogins }))}
          />
        )}
      </SettingField>
      <SettingField
        label="Logins that change limits"
        description="Besides Admins: control limits and revisions of the plan, which two persons approve"
      >
        {(id) => (
          <TagsInput
            id={id}
            width={46}
            placeholder="Login (Enter to add)"
            tags={options.jsonData.limitEditors ?? []}
            disabled={options.readOnly}
            addOnBlur
            onChange={(limitEditors) => onOptionsChange(withJson(options, { limitEditors }))}
          />
        )}
      </SettingField>
    </FieldSet>
  );
}
