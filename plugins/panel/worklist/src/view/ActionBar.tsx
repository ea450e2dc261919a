import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Input, useStyles2 } from '@grafana/ui';
import { type ActionKind, actions } from '../actions/actions';
import { type Words } from '../words/Words';

interface Props {
  words: Words;
  offered: readonly ActionKind[];
  text: string;
  chosen: number;
  /** Whether an action can be done with any of what is chosen. */
  can: (kind: ActionKind) => boolean;
  shown: number;
  onText: (text: string) => void;
  onAll: (on: boolean) => void;
  onAction: (kind: ActionKind) => void;
}

/** Above the rows: a search among them, and what may be done with those that are chosen. */
export function ActionBar({ words, offered, text, chosen, shown, can, onText, onAll, onAction }: Props) {
  const s = useStyles2(getStyles);
  const all = shown > 0 && chosen === shown;
  return (
    <div className={s.bar}>
      {offered.length > 0 && (
        <label className={s.all}>
          <input
            type="checkbox"
            className={s.box}
            checked={all}
            ref={(box) => {
              if (box) {
                box.indeterminate = chosen > 0 && !all;
              }
            }}
            onChange={(event) => onAll(event.target.checked)}
          />
          {chosen > 0 ? words.chosen(chosen) : words.chooseAll}
        </label>
      )}
      <Input
        className={s.search}
        value={text}
        placeholder={words.search}
        aria-label={words.search}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {chosen > 0 && (
        <div className={s.buttons} role="group">
          {offered.map((kind) => (
            <Button
              key={kind}
              size="lg"
              variant="secondary"
              icon={actions[kind].icon}
              disabled={!can(kind)}
              onClick={() => onAction(kind)}
            >
              {words.actions[kind]}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    flex: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1, 1, 1),
    borderBottom: `1px solid ${theme.colors.border.medium}`,
    '@media print': { display: 'none' },
  }),
  all: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 44,
    margin: 0,
    cursor: 'pointer',
    fontWeight: theme.typography.fontWeightRegular,
  }),
  box: css({ width: 20, height: 20, margin: 0, accentColor: theme.colors.primary.main }),
  search: css({ flex: '1 1 160px', minWidth: 0, maxWidth: 360 }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
