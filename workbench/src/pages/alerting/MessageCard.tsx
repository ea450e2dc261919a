import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Badge, TextLink, useStyles2 } from '@grafana/ui';
import type { InboxMessage, NotifiedAlert } from './answers';
import { chartHref } from './chartHref';
import { durationWords } from './durationWords';
import { type InboxWords, routeText } from './inboxWords';
import { newestFirst } from './newestFirst';

/** As many as the text of a message spells out. */
const MOST = 10;

/** One message: whom it told, of what, for how long, and where to look. */
export function MessageCard({ message, say }: { message: InboxMessage; say: InboxWords }) {
  const styles = useStyles2(getStyles);
  const { status } = message.notification;
  const alerts = newestFirst(message.notification.alerts);
  return (
    <li className={styles.card} data-testid="message">
      <header className={styles.head}>
        {status === 'firing' ? (
          <Badge color="red" icon="exclamation-circle" text={say.firing} />
        ) : (
          <Badge color="green" icon="check" text={say.over} />
        )}
        <Badge color="blue" icon="user" text={routeText(say, message.route)} />
        <time dateTime={new Date(message.at).toISOString()}>{dateTimeFormat(message.at)}</time>
      </header>
      {alerts.slice(0, MOST).map((alert) => (
        <Cause key={alert.fingerprint} alert={alert} at={message.at} say={say} />
      ))}
      {alerts.length > MOST && <p>{say.more(alerts.length - MOST)}</p>}
    </li>
  );
}

function Cause({ alert, at, say }: { alert: NotifiedAlert; at: number; say: InboxWords }) {
  const styles = useStyles2(getStyles);
  const { status, annotations, evidence, labels } = alert;
  const over = status === 'resolved';
  const began = typeof evidence?.['since'] === 'number' ? evidence['since'] : Date.parse(alert.startsAt);
  const lastedMs = (over ? Date.parse(alert.endsAt) : at) - began;
  const lasted = durationWords(lastedMs);
  const href = chartHref(alert);
  const sentence = evidence?.['sentence'] || annotations['summary'] || labels['alertname'];
  const action = evidence?.['action'] || annotations['description'];
  return (
    <div className={styles.cause}>
      <p className={styles.sentence}>
        {over && `${say.over}: `}
        {sentence}
      </p>
      <p className={styles.meta}>
        {/* What is told again only when it is over bears the time of its end alone. */}
        {over ? lastedMs > 0 && say.lasted(lasted) : say.since(dateTimeFormat(began), lasted)}
        {href && (
          <>
            {(!over || lastedMs > 0) && ' · '}
            <TextLink href={href} inline>
              {annotations['chart'] ? say.chart : say.dashboard}
            </TextLink>
          </>
        )}
      </p>
      {!over && action && <p>{action}</p>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    padding: theme.spacing(1.5, 2),
    marginBottom: theme.spacing(1),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& time': { color: theme.colors.text.secondary, marginLeft: 'auto' },
  }),
  cause: css({ marginTop: theme.spacing(1), '& p': { margin: 0 } }),
  sentence: css({ fontWeight: theme.typography.fontWeightMedium, fontSize: theme.typography.h5.fontSize }),
  meta: css({ color: theme.colors.text.secondary }),
});
