import { FieldSet, RadioButtonGroup } from '@grafana/ui';
import { authenticationOf, authentications } from './authentications';
import { withJson } from './changes';
import { SecretSetting } from './SecretSetting';
import { SettingField } from './SettingField';
import type { SettingsProps } from './SettingsProps';
import { TextSetting } from './TextSetting';

/** How to log in to read. */
export function AuthenticationSection(props: SettingsProps) {
  const { options, onOptionsChange } = props;
  const { readOnly, jsonData } = options;
  const way = authenticationOf(options);
  return (
    <FieldSet label="Authentication" disabled={readOnly}>
      <SettingField
        label="InfluxDB version and login"
        description={authentications.find(({ value }) => value === way)?.description}
      >
        {(id) => (
          <RadioButtonGroup
            id={id}
            options={authentications}
            value={way}
            disabled={readOnly}
            onChange={(authentication) => onOptionsChange(withJson(options, { authentication }))}
          />
        )}
      </SettingField>
      {way === 'basic' && (
        <>
          <TextSetting
            label="User"
            description="Needs to read the databases below, nothing more"
            value={jsonData.user}
            onChange={(user) => onOptionsChange(withJson(options, { user }))}
          />
          <SecretSetting {...props} label="Password" secret="password" />
        </>
      )}
      {(way === 'token' || way === 'bearer') && (
        <SecretSetting
          {...props}
          label="Token"
          description="Needs to read the databases below, nothing more"
          secret="token"
        />
      )}
    </FieldSet>
  );
}
