import { type Palette } from '@cellthread/chart';
import { type LinkModel } from '@grafana/data';
import { type CellTarget } from '../links/cellLinks';
import { CellLinks } from './CellLinks';
import { PointTooltip } from './PointTooltip';
import { type TooltipContent } from './TooltipContent';

interface Props {
  content: TooltipContent;
  hollow: boolean;
  palette: Palette;
  /** The cell's traveler; `null` where there is none. */
  target: CellTarget | null;
  /** What a click on the point does and what one beside it, while the tooltip follows the pointer. */
  hint?: string;
  pinned: boolean;
  links: readonly LinkModel[];
}

/** The tooltip of a point; held, it has the ways on. */
export function CellTooltip({ content, hollow, palette, target, hint, pinned, links }: Props) {
  return (
    <PointTooltip
      title={content.title}
      rows={content.rows}
      more={content.more}
      signals={content.signals.map((s) => ({ ...s, color: hollow ? palette.excluded : palette.mark[s.kind] }))}
      hint={hint}
      footer={pinned && (target || links.length > 0) ? <CellLinks target={target} links={links} /> : undefined}
    />
  );
}
