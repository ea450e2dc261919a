import { type Palette } from '@cellthread/chart';
import { openInApp, PointTooltip } from '@cellthread/panelkit';
import { type LinkModel } from '@grafana/data';
import { Button, DataLinkButton } from '@grafana/ui';
import { type ComponentProps } from 'react';
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
      footer={
        pinned && (target || links.length > 0) ? (
          <>
            {target && (
              // Held by the keyboard, the tooltip takes the focus: it stands at the end of the document.
              <Button autoFocus size="sm" variant="primary" icon="arrow-right" onClick={() => openInApp(target.href)}>
                Traveler of {target.cell}
              </Button>
            )}
            {links.map((link, i) => (
              <DataLinkButton
                key={i}
                link={link as ComponentProps<typeof DataLinkButton>['link']}
                buttonProps={{ size: 'sm', fill: 'text' }}
              />
            ))}
          </>
        ) : undefined
      }
    />
  );
}
