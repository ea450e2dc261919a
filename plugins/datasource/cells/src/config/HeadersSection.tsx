import { Button, FieldSet, IconButton, Stack } from '@grafana/ui';
import { headersOf, withHeader, withoutHeader } from './headers';
import { SecretSetting } from './SecretSetting';
import type { SettingsProps } from './SettingsProps';
import { TextSetting } from './TextSetting';

/** Headers that every request carries, for gateways in front of InfluxDB. */
export function HeadersSection(props: SettingsProps) {
  const { options, onOptionsChange } = props;
  const headers = headersOf(options);
  return (
    <FieldSet label="HTTP headers" disabled={options.readOnly}>
      {headers.map(({ number, name, valueKey }) => (
        <Stack key={number} alignItems="center" wrap="wrap">
          <TextSetting
            label={`Header ${number}`}
            placeholder="X-Tenant"
            value={name}
            onChange={(text) => onOptionsChange(withHeader(options, number, text))}
          />
          <SecretSetting {...props} label={`Value ${number}`} secret={valueKey} />
          <IconButton
            name="trash-alt"
            tooltip={`Remove header ${number}`}
            onClick={() => onOptionsChange(withoutHeader(options, number))}
          />
        </Stack>
      ))}
      <Button
        icon="plus"
        variant="secondary"
        onClick={() => onOptionsChange(withHeader(options, headers.length + 1, ''))}
      >
        Header
      </Button>
    </FieldSet>
  );
}
