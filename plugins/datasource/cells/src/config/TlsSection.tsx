import { FieldSet } from '@grafana/ui';
import { withJson } from './changes';
import { SecretSetting } from './SecretSetting';
import type { SettingsProps } from './SettingsProps';
import { SwitchSetting } from './SwitchSetting';
import { TextSetting } from './TextSetting';

const CERTIFICATE = '-----BEGIN CERTIFICATE-----';

/** How the server and this datasource prove who they are. */
export function TlsSection(props: SettingsProps) {
  const { options, onOptionsChange } = props;
  const { tlsSkipVerify, tlsAuthWithCACert, tlsAuth, serverName } = options.jsonData;
  return (
    <FieldSet label="TLS" disabled={options.readOnly}>
      <SwitchSetting
        label="Skip verification"
        description="Trust whatever certificate the server shows; for tests only"
        value={tlsSkipVerify}
        onChange={(value) => onOptionsChange(withJson(options, { tlsSkipVerify: value }))}
      />
      <SwitchSetting
        label="Own certificate authority"
        description="The server’s certificate is signed by an authority of the plant"
        value={tlsAuthWithCACert}
        onChange={(value) => onOptionsChange(withJson(options, { tlsAuthWithCACert: value }))}
      />
      {tlsAuthWithCACert && (
        <SecretSetting {...props} label="CA certificate" secret="tlsCACert" lines placeholder={CERTIFICATE} />
      )}
      <SwitchSetting
        label="Client certificate"
        description="The server asks for a certificate, too"
        value={tlsAuth}
        onChange={(value) => onOptionsChange(withJson(options, { tlsAuth: value }))}
      />
      {tlsAuth && (
        <>
          <SecretSetting {...props} label="Certificate" secret="tlsClientCert" lines placeholder={CERTIFICATE} />
          <SecretSetting
            {...props}
            label="Private key"
            secret="tlsClientKey"
            lines
            placeholder="-----BEGIN PRIVATE KEY-----"
          />
        </>
      )}
      {(tlsAuth || tlsAuthWithCACert) && (
        <TextSetting
          label="Server name"
          description="The name in the server’s certificate, where it differs from the URL"
          value={serverName}
          onChange={(text) => onOptionsChange(withJson(options, { serverName: text.trim() }))}
        />
      )}
    </FieldSet>
  );
}
