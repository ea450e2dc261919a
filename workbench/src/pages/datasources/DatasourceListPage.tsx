import { css } from '@emotion/css';
import { Alert, Card, LoadingPlaceholder } from '@grafana/ui';
import { Page } from '../../shell/Page';
import { useFetched } from '../useFetched';

interface Entry {
  uid: string;
  name: string;
  type: string;
  url: string;
  isDefault: boolean;
}

/** The provisioned datasources. */
export default function DatasourceListPage() {
  const { value, error } = useFetched<Entry[]>('/api/datasources');
  return (
    <Page crumbs={[{ text: 'Home', href: '/' }, { text: 'Data sources' }]}>
      <div className={css({ maxWidth: 900, width: '100%', margin: '0 auto' })}>
        <h1>Data sources</h1>
        {!value && !error && <LoadingPlaceholder text="Loading…" />}
        {error && <Alert title="The data sources cannot be read">{error}</Alert>}
        <ul className={css({ listStyle: 'none' })}>
          {value?.map(({ uid, name, type, url, isDefault }) => (
            <Card key={uid} href={`/connections/datasources/edit/${uid}`} noMargin>
              <Card.Heading>{name}</Card.Heading>
              <Card.Meta>{[type, url, isDefault ? 'default' : ''].filter(Boolean)}</Card.Meta>
            </Card>
          ))}
        </ul>
      </div>
    </Page>
  );
}
