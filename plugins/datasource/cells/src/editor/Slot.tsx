import { css } from '@emotion/css';
import { useId, type ReactNode } from 'react';

interface Props {
  label: string;
  /** In px; none: that of the field. */
  width?: number;
  children: (labelId: string) => ReactNode;
}

/** A field inside a sentence: its name is there for those who hear the page, the words around it for those who see it. */
export function Slot({ label, width, children }: Props) {
  const id = useId();
  return (
    <span className={styles.slot} style={{ width }}>
      <span id={id} className={styles.unseen}>
        {label}
      </span>
      {children(id)}
    </span>
  );
}

const styles = {
  slot: css({ position: 'relative', display: 'inline-flex', maxWidth: '100%' }),
  unseen: css({
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  }),
};
