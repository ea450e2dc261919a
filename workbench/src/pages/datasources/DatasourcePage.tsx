import { css } from '@emotion/css';
import { useState } from 'react';
import type { DataSourceSettings } from '@grafana/data';
import { config, getBackendSrv } from '@grafana/runtime';
import { Alert, Button, Field, Input, LinkButton, LoadingPlaceholder } from '@grafana/ui';
import { useParams } from 'react-router-dom';
import { datasourceSrv } from '../../host/datasourceSrv';
import { Page } from '../../shell/Page';
import { paneUrl } from '../explore/exploreUrl';
import { useFetched } from '../useFetched';
import { ConfigEditor } from './ConfigEditor';
import { testDatasource, type Verdict } from './testDatasource';

/** Settings of one datasource in the plugin's own editor, and "Save & test". */
export default function DatasourcePage() {
  const { uid = '' } = useParams();
  const { value, error } = useFetched<DataSourceSettings>(`/api/datasources/uid/${encodeURIComponent(uid)}`);
  return (
    <Page
      crumbs={[
        { text: 'Home', href: '/' },
        { text: 'Data sources', href: '/connections/datasources' },
        { text: value?.name ?? uid },
      ]}
    >
      <div className={css({ maxWidth: 900, width: '100%', margin: '0 auto' })}>
        {error && <Alert title={`Data source ${uid} cannot be shown`}>{error}</Alert>}
        {!value && !error && <LoadingPlaceholder text="Loading…" />}
        {value && <Settings key={uid} stored={value} />}
      </div>
    </Page>
  );
}

function Settings({ stored }: { stored: DataSourceSettings }) {
  const [settings, setSettings] = useState<DataSourceSettings>({ ...stored, secureJsonData: {} } as DataSourceSettings);
  const [verdict, setVerdict] = useState<Verdict>();
  const [busy, setBusy] = useState(false);
  const readOnly = stored.readOnly || config.bootData.user.orgRole !== 'Admin';
  const why = stored.readOnly
    ? 'This data source was added by config and cannot be modified using the UI.'
    : 'You have no permission to change data sources (organisation role Admin).';

  const save = async () => {
    setBusy(true);
    setVerdict(undefined);
    try {
      if (!readOnly) {
        await getBackendSrv().put(`/api/datasources/uid/${settings.uid}`, settings);
        await datasourceSrv.reload();
      }
      setVerdict(await testDatasource(settings.uid));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <h1>{settings.name}</h1>
      {readOnly && <Alert severity="info" title={why} />}
      <Field label="Name">
        <Input
          width={46}
          value={settings.name}
          readOnly={readOnly}
          onChange={({ currentTarget }) => setSettings({ ...settings, name: currentTarget.value })}
        />
      </Field>
      <ConfigEditor settings={{ ...settings, readOnly }} onChange={setSettings} />
      {verdict && (
        <Alert severity={verdict.status === 'success' ? 'success' : 'error'} title={verdict.message}>
          {verdict.details}
        </Alert>
      )}
      <div className={css({ display: 'flex', gap: 8, marginTop: 16 })}>
        <LinkButton
          variant="secondary"
          href={paneUrl({ datasource: settings.uid, queries: [], range: { from: 'now-1h', to: 'now' } })}
        >
          Explore view
        </LinkButton>
        <Button onClick={save} disabled={busy} icon={busy ? 'spinner' : undefined}>
          {readOnly ? 'Test' : 'Save & test'}
        </Button>
      </div>
    </>
  );
}
