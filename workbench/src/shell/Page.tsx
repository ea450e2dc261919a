import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Icon, Link, LinkButton, ToolbarButton, useStyles2 } from '@grafana/ui';
import { isKiosk, useKiosk } from './useKiosk';
import { switchTheme } from './switchTheme';
import { UserChooser } from './UserChooser';

export interface Crumb {
  text: string;
  href?: string;
}

const PLACES = [
  { text: 'Dashboards', href: '/dashboards', icon: 'apps' },
  { text: 'Explore', href: '/explore', icon: 'compass' },
  { text: 'Inbox', href: '/alerting/inbox', icon: 'bell' },
  { text: 'Data sources', href: '/connections/datasources', icon: 'database' },
] as const;

/** A page below Grafana's top bar: where one is, where one may go. `?kiosk` leaves the content alone. */
export function Page({ crumbs, children }: { crumbs: Crumb[]; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const [kiosk, setKiosk] = useKiosk();
  return (
    <>
      {!kiosk && (
        <header className={styles.bar}>
          <nav className={styles.crumbs} aria-label="Breadcrumbs">
            <Link href="/" className={styles.home} aria-label="Home">
              <img src="/public/img/favicon.svg" alt="" width={24} height={24} />
            </Link>
            {crumbs.map(({ text, href }, i) => (
              <span key={i} className={styles.crumb}>
                {i > 0 && <Icon name="angle-right" />}
                {href ? <Link href={href}>{text}</Link> : <span aria-current="page">{text}</span>}
              </span>
            ))}
          </nav>
          <nav className={styles.places} aria-label="Pages">
            {PLACES.map(({ text, href, icon }) => (
              <LinkButton
                key={href}
                href={href}
                icon={icon}
                variant="secondary"
                fill="text"
                size="sm"
                aria-label={text}
              >
                <span className={styles.label}>{text}</span>
              </LinkButton>
            ))}
            <UserChooser />
            <ToolbarButton
              icon="adjust-circle"
              tooltip={config.bootData.user.lightTheme ? 'Dark theme' : 'Light theme'}
              onClick={switchTheme}
              data-testid="theme switch"
            />
            <ToolbarButton icon="monitor" tooltip="Kiosk mode (Escape ends it)" onClick={() => setKiosk(!isKiosk())} />
          </nav>
        </header>
      )}
      <main className={styles.content}>{children}</main>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'sticky',
    top: 0,
    zIndex: theme.zIndex.navbarFixed,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    height: 40,
    padding: theme.spacing(0, 1, 0, 2),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '@media print': { display: 'none' },
  }),
  home: css({ display: 'flex', marginRight: theme.spacing(1) }),
  crumbs: css({ display: 'flex', alignItems: 'center', minWidth: 0, whiteSpace: 'nowrap', overflow: 'hidden' }),
  crumb: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    marginRight: theme.spacing(0.5),
    color: theme.colors.text.primary,
    '& a': { color: theme.colors.text.secondary, '&:hover': { color: theme.colors.text.primary } },
    '& [aria-current]': { fontWeight: theme.typography.fontWeightMedium },
  }),
  places: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), flexShrink: 0 }),
  label: css({ [theme.breakpoints.down('md')]: { display: 'none' } }),
  content: css({
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    padding: theme.spacing(2),
    background: theme.colors.background.canvas,
    [theme.breakpoints.down('md')]: { padding: theme.spacing(1) },
    '@media print': {
      display: 'block',
      width: 'var(--paper-width)',
      zoom: 'var(--paper-zoom)',
      padding: 0,
      background: 'none',
      '& [data-testid*="Panel menu"], & [data-unprinted]': { display: 'none' },
    },
  }),
});
