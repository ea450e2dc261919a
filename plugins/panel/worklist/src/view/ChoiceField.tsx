import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Field, useStyles2 } from '@grafana/ui';
import { type KnownChoices } from '../send/useChoices';
import { type Words } from '../words/Words';

interface Props {
  label: string;
  known: KnownChoices;
  value: string;
  missing: boolean;
  /** What was sent under a key is sent again under it. */
  settled: boolean;
  words: Words['dialog'];
  onChange: (value: string) => void;
}

/** One of what the plan lists, in rows that a glove hits. */
export function ChoiceField({ label, known, value, missing, settled, words, onChange }: Props) {
  const s = useStyles2(getStyles);
  return (
    <Field label={label} invalid={missing} error={missing ? words.choiceNeeded : undefined}>
      <div role="radiogroup" aria-label={label}>
        {known.state === 'reading' && <p>{words.choicesAreRead}</p>}
        {known.state === 'failed' && <p role="alert">{words.choicesUnknown(known.why)}</p>}
        {known.state === 'known' && known.choices.length === 0 && <p>{words.noChoices}</p>}
        {known.state === 'known' &&
          known.choices.map((choice) => (
            <label key={choice.value} className={s.choice}>
              <input
                type="radio"
                className={s.dot}
                name="cellthread-worklist-choice"
                checked={choice.value === value}
                disabled={settled}
                onChange={() => onChange(choice.value)}
              />
              {choice.label}
            </label>
          ))}
      </div>
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  choice: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 44,
    margin: 0,
    cursor: 'pointer',
    fontWeight: theme.typography.fontWeightRegular,
  }),
  dot: css({ width: 20, height: 20, margin: 0, flex: 'none', accentColor: theme.colors.primary.main }),
});
