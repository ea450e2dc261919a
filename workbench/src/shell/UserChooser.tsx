import { useStyles2 } from '@grafana/ui';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useFetched } from '../pages/useFetched';

interface Users {
  users: Array<{ login: string; name: string }>;
  current: string;
}

/** Who this browser is: each role can be tried, since there is no login here. */
export function UserChooser() {
  const styles = useStyles2(getStyles);
  const { value } = useFetched<Users>('/api/workbench/users');
  if (!value) {
    return null;
  }
  const choose = (login: string) => {
    document.cookie = `cellthread_user=${login}; path=/; SameSite=Strict`;
    window.location.reload(); // what a page was told for another user is forgotten
  };
  return (
    <select
      aria-label="User"
      className={styles.chooser}
      value={value.current}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      {value.users.map(({ login, name }) => (
        <option key={login} value={login}>
          {name}
        </option>
      ))}
    </select>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  chooser: css({
    height: 24,
    maxWidth: 140,
    [theme.breakpoints.down('md')]: { maxWidth: 80 },
    padding: theme.spacing(0, 0.5),
    color: theme.colors.text.primary,
    background: theme.components.input.background,
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
