import { type MarkKind } from '@cellthread/chart';
import { type TooltipRow } from './PointTooltip';

/** Something that was said of a point, and of what kind it is. */
export interface PointSignal {
  kind: MarkKind;
  title: string;
  detail: string;
}

/** What a tooltip says of a point, as data: the panel only paints it. */
export interface TooltipContent {
  title: string;
  rows: TooltipRow[];
  /** What is known besides, below the signals. */
  more: TooltipRow[];
  signals: PointSignal[];
}
