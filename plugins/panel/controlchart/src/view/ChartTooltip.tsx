import { type Palette } from '@cellthread/chart';
import { CellLinks, PointTooltip } from '@cellthread/panelkit';
import { type LinkModel } from '@grafana/data';
import { type TooltipContent } from './tooltipContent';

interface Props {
  content: TooltipContent;
  hollow: boolean;
  palette: Palette;
  /** The cell's traveler; `null` where there is none. */
  target: { href: string; cell: string } | null;
  /** Whether a click on the point opens it. */
  opens: boolean;
  pinned: boolean;
  links: readonly LinkModel[];
}

/** The tooltip of a point; held, it has the ways on. */
export function ChartTooltip({ content, hollow, palette, target, opens, pinned, links }: Props) {
  return (
    <PointTooltip
      title={content.title}
      rows={content.rows}
      more={content.more}
      signals={content.signals.map((s) => ({ ...s, color: hollow ? palette.excluded : palette.mark[s.kind] }))}
      hint={target && opens ? 'Click the point: traveler. Click beside it: hold this.' : undefined}
      footer={pinned && (target || links.length > 0) ? <CellLinks target={target} links={links} /> : undefined}
    />
  );
}
