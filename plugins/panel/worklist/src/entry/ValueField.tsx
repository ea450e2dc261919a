import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type RefObject } from 'react';
import { type Words } from '../words/Words';
import { beyond, type Characteristic } from './formChoice';
import { finger, Labelled } from './inputs';

interface Props {
  characteristic: Characteristic;
  typed: string;
  /** `undefined` where what is typed is no value of the type. */
  value: unknown;
  /** It was tried to store it: what is missing is told. */
  tried: boolean;
  words: Words;
  field: RefObject<HTMLInputElement & HTMLSelectElement>;
  onTyped: (text: string) => void;
}

/** The value with its unit and limits; out of spec, or no value at all, is told while it is typed. */
export function ValueField({ characteristic, typed, value, tried, words, field, onTyped }: Props) {
  const s = useStyles2(getStyles);
  const say = words.entry;
  const { type, unit = '', lsl, usl, target } = characteristic;
  const side = beyond(characteristic, value);
  const wrong = value === undefined && (typed.trim() !== '' || tried);
  const withUnit = (number: number) => [number, unit].filter((part) => part !== '').join(' ');
  const limits =
    lsl === undefined
      ? usl === undefined
        ? say.noLimits
        : `≤ ${usl}`
      : usl === undefined
        ? `≥ ${lsl}`
        : say.limits(String(lsl), String(usl));
  const told = [
    ...(type === 'text' || type === 'boolean' ? [] : [limits]),
    ...(target === undefined ? [] : [say.target(String(target))]),
  ].join(', ');
  const limit = side === 'usl' ? usl : lsl;
  const message = wrong ? say.notAValue[type] : side && limit !== undefined ? say.beyond[side](withUnit(limit)) : '';
  const shared = { ref: field, 'data-testid': 'cellthread-entry-value', value: typed, 'aria-invalid': message !== '' };
  return (
    <Labelled label={say.value} note={told}>
      <span className={s.line}>
        {type === 'boolean' ? (
          <select {...shared} className={s.field} onChange={(event) => onTyped(event.target.value)}>
            <option value="">{say.choose}</option>
            <option value="true">{say.yes}</option>
            <option value="false">{say.no}</option>
          </select>
        ) : (
          <input
            {...shared}
            className={cx(s.field, s.value, message && s.badField)}
            autoComplete="off"
            inputMode={type === 'text' ? 'text' : 'decimal'}
            enterKeyHint="done"
            onChange={(event) => onTyped(event.target.value)}
          />
        )}
        {unit && type !== 'text' && type !== 'boolean' && <span className={s.unit}>{unit}</span>}
      </span>
      <span className={s.message} role="status">
        {message}
      </span>
    </Labelled>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  field: finger(theme),
  value: css({ fontSize: theme.typography.h3.fontSize }),
  badField: css({ borderColor: theme.colors.error.border, color: theme.colors.error.text }),
  unit: css({ flex: 'none', fontSize: theme.typography.h4.fontSize }),
  message: css({
    minHeight: theme.spacing(2.5),
    color: theme.colors.error.text,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
