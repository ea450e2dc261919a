import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readText } from '../testing/readText';
import { ConfigEditor } from './ConfigEditor';
import type { Settings } from './SettingsProps';

jest.setTimeout(60_000); // many fields, one slow machine

/** The editor on these settings; what it wrote last. */
function edit(start: Partial<Settings> = {}) {
  const edited = { settings: { jsonData: {}, secureJsonFields: {}, url: '', ...start } as Settings };
  function Harness() {
    const [options, setOptions] = useState(edited.settings);
    edited.settings = options;
    return <ConfigEditor options={options} onOptionsChange={setOptions} />;
  }
  render(<Harness />);
  return edited;
}

/** The field of that name; its description belongs to the label. */
const labelled = (label: string) => screen.getByLabelText(new RegExp(`^${label}`));

const type = async (label: string, text: string) => {
  await userEvent.click(labelled(label));
  await userEvent.paste(text);
};
const click = (text: string) => userEvent.click(screen.getByText(text));

describe('the configuration editor', () => {
  it('writes every key that the backend reads', async () => {
    const edited = edit();
    await type('URL', 'http://influxdb:8086');
    await click('1.x: user');
    for (const [label, text] of [
      ['User', 'grafana'],
      ['Password', 'secret'],
      ['Writing user', 'writer'],
      ['Writing password', 'other'],
      ['Query timeout', '1m'],
      ['Prefix', 'plant_'],
      ['Rows', '1000'],
      ['Cells', '200'],
      ['Megabytes', '64'],
    ] as const) {
      await type(label, text);
    }
    await userEvent.click(labelled('Compress'));
    await click('Single names that differ');
    await type('Database curve', 'cycler');
    await userEvent.type(labelled('Allowed sites'), 'de1{Enter}');
    await userEvent.type(labelled('Logins that may act'), 'shift.lead{Enter}');
    await userEvent.type(labelled('Logins that change limits'), 'metrologist{Enter}');
    await click('Off');
    const { url, jsonData, secureJsonData } = edited.settings;
    expect(url).toBe('');
    expect(jsonData).toEqual({
      servers: [{ url: 'http://influxdb:8086' }],
      authentication: 'basic',
      user: 'grafana',
      queryTimeout: '1m',
      compress: true,
      databasePrefix: 'plant_',
      databases: { curve: 'cycler' },
      maxRows: 1000,
      maxCells: 200,
      maxMegabytes: 64,
      sites: ['de1'],
      personalData: 'off',
      writeUser: 'writer',
      actionLogins: ['shift.lead'],
      limitEditors: ['metrologist'],
    });
    expect(secureJsonData).toEqual({ password: 'secret', writePassword: 'other' });
    const read = [...readText('pkg/plugin/settings.go').matchAll(/`json:"(\w+)"`/g)].map(([, key]) => key as string);
    expect(read.filter((key) => !(key in jsonData))).toEqual([]);
  });

  it('asks for a token where the version has one, and keeps it secret', async () => {
    const edited = edit();
    await click('2.x: token');
    await type('Token', 'abc');
    expect(edited.settings.jsonData).toEqual({ authentication: 'token' });
    expect(edited.settings.secureJsonData).toEqual({ token: 'abc' });
  });

  it('asks for a token to write with where the version has tokens', async () => {
    const edited = edit();
    await click('2.x: token');
    await type('Writing token', 'abc');
    expect(edited.settings.secureJsonData).toEqual({ writePassword: 'abc' });
  });

  it('leaves out what is emptied, so that the default holds again', async () => {
    const edited = edit({ jsonData: { maxRows: 10, databases: { visits: 'v' } } });
    await userEvent.clear(labelled('Rows'));
    await userEvent.clear(labelled('Database visits'));
    expect(edited.settings.jsonData).toEqual({});
  });

  it('shows a stored secret as configured and forgets it on reset', async () => {
    const edited = edit({ jsonData: { user: 'grafana' }, secureJsonFields: { password: true } });
    expect(labelled('Password')).toHaveValue('configured');
    await userEvent.click(screen.getAllByText('Reset')[0] as HTMLElement);
    expect(edited.settings.secureJsonFields).toEqual({ password: false });
    expect(edited.settings.secureJsonData).toEqual({ password: '' });
  });

  it('writes TLS as Grafana’s HTTP client reads it', async () => {
    const edited = edit();
    await userEvent.click(labelled('Own certificate authority'));
    await type('CA certificate', 'PEM');
    await type('Server name', 'influx.plant');
    expect(edited.settings.jsonData).toEqual({ tlsAuthWithCACert: true, serverName: 'influx.plant' });
    expect(edited.settings.secureJsonData).toEqual({ tlsCACert: 'PEM' });
  });

  it('moves the address of earlier settings out of the url, which every Viewer may use, and says what to do', () => {
    edit({ url: 'http://influxdb:8086', jsonData: { maxRows: 10 } });
    expect(screen.getByText(/save these settings/)).toBeInTheDocument();
    expect(labelled('URL')).toHaveValue('http://influxdb:8086');
  });

  it.each([
    ['http://influxdb:8086', undefined, { servers: [{ url: 'http://influxdb:8086' }] }, undefined],
    ['http://old:8086', 'http://new:8086', { servers: [{ url: 'http://new:8086' }] }, undefined],
    [
      'https://ann:p%40ss@influxdb:8086',
      undefined,
      { servers: [{ url: 'https://influxdb:8086' }], user: 'ann' },
      { password: 'p@ss' },
    ],
    ['influxdb', undefined, { servers: [{ url: 'influxdb' }] }, undefined],
  ])('url %s beside servers %s becomes %o', (url, stated, jsonData, secureJsonData) => {
    const edited = edit({ url, jsonData: stated ? { servers: [{ url: stated }] } : {} });
    expect(edited.settings).toMatchObject({ url: '', jsonData });
    expect(edited.settings.secureJsonData).toEqual(secureJsonData);
  });

  it('empties the servers when the address is removed', async () => {
    const edited = edit({ jsonData: { servers: [{ url: 'http://x' }] } });
    await userEvent.clear(labelled('URL'));
    expect(edited.settings).toMatchObject({ url: '', jsonData: {} });
  });

  it('a provisioned url that cannot be moved here is told as what it is', () => {
    const edited = edit({ readOnly: true, url: 'http://influxdb:8086' });
    expect(screen.getByText(/In the provisioning file move/)).toBeInTheDocument();
    expect(edited.settings.url).toBe('http://influxdb:8086');
  });

  it('cannot be changed when the datasource is provisioned', () => {
    edit({ readOnly: true });
    expect(labelled('URL')).toBeDisabled();
  });
});
