import { config } from '@grafana/runtime';
import { FieldSet } from '@grafana/ui';
import { AccessSection } from './AccessSection';
import { AuthenticationSection } from './AuthenticationSection';
import { BudgetSection } from './BudgetSection';
import { withJson } from './changes';
import { ConnectionSection } from './ConnectionSection';
import { DatabasesSection } from './DatabasesSection';
import { HeadersSection } from './HeadersSection';
import { MovedAddress } from './MovedAddress';
import type { SettingsProps } from './SettingsProps';
import { SwitchSetting } from './SwitchSetting';
import { TlsSection } from './TlsSection';
import { WritingSection } from './WritingSection';

const SECTIONS = [
  MovedAddress,
  ConnectionSection,
  AuthenticationSection,
  DatabasesSection,
  AccessSection,
  WritingSection,
  BudgetSection,
  TlsSection,
  HeadersSection,
];

/** The settings of a datasource; the README lists their keys for provisioning. */
export function ConfigEditor(props: SettingsProps) {
  const { options, onOptionsChange } = props;
  return (
    <>
      {SECTIONS.map((Section, index) => (
        <Section key={index} {...props} />
      ))}
      {config.secureSocksDSProxyEnabled && (
        <FieldSet label="Secure SOCKS proxy" disabled={options.readOnly}>
          <SwitchSetting
            label="Connect through the proxy"
            description="The one that Grafana’s server is set up with"
            value={options.jsonData.enableSecureSocksProxy}
            onChange={(value) => onOptionsChange(withJson(options, { enableSecureSocksProxy: value }))}
          />
        </FieldSet>
      )}
    </>
  );
}
