import { type Scene } from '@cellthread/chart';
import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type MutableRefObject, type ReactNode } from 'react';
import type uPlot from 'uplot';
import { usePlotKeys } from './usePlotKeys';

interface Props {
  /** What is drawn, for those who do not see it. */
  label: string;
  scene: Scene;
  plot: MutableRefObject<uPlot | null>;
  /** Follows an entry of the scene. */
  open: (entry: number) => void;
  children: ReactNode;
}

/** Takes the focus for the plots in it, whose points the keyboard goes through. */
export function PlotKeys({ label, scene, plot, open, children }: Props) {
  const s = useStyles2(getStyles);
  const onKeyDown = usePlotKeys(scene, plot, open);
  return (
    <div
      className={s.focus}
      tabIndex={0}
      role="group"
      aria-label={`${label}. Arrow keys move from point to point, N to the next signal, Enter opens the traveler.`}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  focus: css({
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
});
