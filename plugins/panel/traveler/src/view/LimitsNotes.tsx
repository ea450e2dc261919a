import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Characteristic } from '../read/Traveler';

/** Why values have no control limits, or ones that nobody approved: a sentence for all that share the reason. */
export function LimitsNotes({ items }: { items: readonly Characteristic[] }) {
  const s = useStyles2(getStyles);
  const byReason = new Map<string, Set<string>>();
  items.forEach(({ controlLimits, name }) => {
    if (controlLimits !== '') {
      byReason.set(controlLimits, (byReason.get(controlLimits) ?? new Set()).add(name));
    }
  });
  return (
    <>
      {[...byReason].map(([reason, names]) => (
        <p key={reason} className={s.note}>
          Control limits of {[...names].join(', ')} {reason}.
        </p>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({
    margin: theme.spacing(0.5, 1, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
