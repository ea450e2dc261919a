import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import type { Disposition, Verdict as Word } from '@cellthread/vocabulary';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';

type Tone = 'good' | 'bad' | 'warn' | 'plain';

const tones: Record<Word | Disposition | 'unproven', [Tone, IconName]> = {
  ok: ['good', 'check-circle'],
  nok: ['bad', 'times-circle'],
  retest: ['warn', 'repeat'],
  skipped: ['plain', 'minus-circle'],
  unproven: ['warn', 'question-circle'],
  hold: ['bad', 'lock'],
  scrap: ['bad', 'trash-alt'],
  rework: ['warn', 'repeat'],
  inspect: ['warn', 'eye'],
  downgrade: ['warn', 'arrow-down'],
  release: ['good', 'unlock'],
  'use-as-is': ['good', 'check'],
  expire: ['plain', 'clock-nine'],
};

/** A verdict or disposition: word, colour and shape, so that colour alone tells nothing. `name` is read in place of the word. */
export function Verdict({ word, name = word }: { word: string; name?: string }) {
  const s = useStyles2(getStyles);
  if (word === '') {
    return null;
  }
  const [tone, icon] = (tones as Record<string, [Tone, IconName]>)[word] ?? (['plain', 'circle'] as const);
  return (
    <span className={`${s.badge} ${s[tone]}`}>
      <Icon name={icon} size="sm" aria-hidden />
      {name}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  badge: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0, 0.75),
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    whiteSpace: 'nowrap',
    border: '1px solid',
  }),
  good: css({ color: theme.colors.success.text, borderColor: theme.colors.success.border }),
  bad: css({ color: theme.colors.error.text, borderColor: theme.colors.error.border }),
  warn: css({ color: theme.colors.warning.text, borderColor: theme.colors.warning.border }),
  plain: css({ color: theme.colors.text.secondary, borderColor: theme.colors.border.medium }),
});
