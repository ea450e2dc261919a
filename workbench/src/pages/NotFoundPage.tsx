import { EmptyState, LinkButton } from '@grafana/ui';
import { Page } from '../shell/Page';

export function NotFoundPage() {
  return (
    <Page crumbs={[{ text: 'Page not found' }]}>
      <EmptyState
        variant="not-found"
        message="Page not found"
        button={<LinkButton href="/dashboards">Dashboards</LinkButton>}
      />
    </Page>
  );
}
