import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import { locationService } from '@grafana/runtime';
import { Alert, LoadingPlaceholder, Tab, TabsBar } from '@grafana/ui';
import { Page } from '../../shell/Page';
import type { Polled } from './usePolled';

const TABS = [
  { title: 'Inbox', href: '/alerting/inbox', icon: 'envelope' },
  { title: 'Rules', href: '/alerting/list', icon: 'list-ul' },
] as const;

/** A page of alerting: its tab, and what it shows of an answer; of one that fails the reason stands above the last there was. */
export function AlertingPage<T>(props: { title: string; polled: Polled<T>; children: (value: T) => ReactNode }) {
  const { title, polled, children } = props;
  return (
    <Page crumbs={[{ text: 'Home', href: '/' }, { text: 'Alerting', href: TABS[0].href }, { text: title }]}>
      <div className={css({ maxWidth: 1000, width: '100%', margin: '0 auto' })}>
        <TabsBar>
          {TABS.map((tab) => (
            <Tab
              key={tab.href}
              label={tab.title}
              icon={tab.icon}
              href={tab.href}
              active={tab.title === title}
              onChangeTab={(event) => {
                event.preventDefault();
                locationService.push(tab.href);
              }}
            />
          ))}
        </TabsBar>
        <div className={css({ marginTop: 16 })}>
          {polled.error && (
            <Alert title={polled.value === undefined ? `${title} cannot be shown` : 'What stands here is old'}>
              {polled.error}
            </Alert>
          )}
          {polled.value === undefined && !polled.error && <LoadingPlaceholder text="Loading…" />}
          {polled.value !== undefined && children(polled.value)}
        </div>
      </div>
    </Page>
  );
}
