import { css } from '@emotion/css';
import { useState } from 'react';
import { Alert, Card, EmptyState, FilterInput, LoadingPlaceholder, TagList } from '@grafana/ui';
import { Page } from '../../shell/Page';
import { useFetched } from '../useFetched';

interface Hit {
  uid: string;
  title: string;
  url: string;
  description: string;
  tags: string[];
}

/** Every provisioned dashboard, with a filter over title, description and tags. */
export function DashboardListPage() {
  const { value: hits, error } = useFetched<Hit[]>('/api/search?type=dash-db');
  const [text, setText] = useState('');
  const wanted = hits?.filter(({ title, description, tags }) =>
    [title, description, ...tags].join(' ').toLowerCase().includes(text.toLowerCase())
  );
  return (
    <Page crumbs={[{ text: 'Home', href: '/' }, { text: 'Dashboards' }]}>
      <div className={css({ maxWidth: 900, width: '100%', margin: '0 auto' })}>
        <h1>Dashboards</h1>
        <FilterInput value={text} onChange={setText} placeholder="Search for dashboards" escapeRegex={false} />
        <ul className={css({ listStyle: 'none', marginTop: 16 })}>
          {wanted?.map(({ uid, url, title, description, tags }) => (
            <Card key={uid} href={url}>
              <Card.Heading>{title}</Card.Heading>
              <Card.Description>{description}</Card.Description>
              <Card.Tags>
                <TagList tags={tags} />
              </Card.Tags>
            </Card>
          ))}
        </ul>
        {!hits && !error && <LoadingPlaceholder text="Loading…" />}
        {error && <Alert title="The dashboards cannot be read">{error}</Alert>}
        {wanted?.length === 0 && <EmptyState variant="not-found" message="No dashboards found" />}
      </div>
    </Page>
  );
}
