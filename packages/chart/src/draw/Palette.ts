import { type LimitKind } from '../scene/Scene';
import { type MarkKind } from '../model/ChartModel';

/** Every colour a chart uses, taken from the host's theme. */
export interface Palette {
  /** Line and dots, one a stream; repeated when there are more streams. */
  streams: string[];
  limit: Record<LimitKind, string>;
  zone: Record<1 | 2 | 3, string>;
  mark: Record<MarkKind, string>;
  excluded: string;
  divider: string;
  text: string;
  background: string;
  font: string;
}
