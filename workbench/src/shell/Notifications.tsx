import { css } from '@emotion/css';
import { useEffect, useState } from 'react';
import { AppEvents, type GrafanaTheme2 } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Alert, useStyles2, type AlertVariant } from '@grafana/ui';

interface Note {
  id: number;
  severity: AlertVariant;
  title: string;
  text?: string;
}

const KINDS: Array<[event: { name: string }, severity: AlertVariant, stayMs: number]> = [
  [AppEvents.alertSuccess, 'success', 3000],
  [AppEvents.alertInfo, 'info', 3000],
  [AppEvents.alertWarning, 'warning', 5000],
  [AppEvents.alertError, 'error', 7000],
];

let last = 0;

/** Grafana's toasts: what plugins publish as app events. */
export function Notifications() {
  const styles = useStyles2(getStyles);
  const [notes, setNotes] = useState<Note[]>([]);
  const remove = (id: number) => setNotes((all) => all.filter((note) => note.id !== id));

  useEffect(() => {
    const subscriptions = KINDS.map(([event, severity, stayMs]) =>
      getAppEvents().subscribe({ type: event.name } as never, ({ payload = [] }: { payload?: string[] }) => {
        const [title = '', text] = payload;
        const id = ++last;
        setNotes((all) => [...all, { id, severity, title, text }]);
        setTimeout(() => remove(id), stayMs);
      })
    );
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, []);

  return (
    <div className={styles.list} role="status">
      {notes.map(({ id, severity, title, text }) => (
        <Alert key={id} severity={severity} title={title} elevated onRemove={() => remove(id)}>
          {text}
        </Alert>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ position: 'fixed', right: 10, top: 16, width: 400, zIndex: theme.zIndex.portal }),
});
