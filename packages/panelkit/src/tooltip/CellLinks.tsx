import { type LinkModel } from '@grafana/data';
import { Button, DataLinkButton } from '@grafana/ui';
import { type ComponentProps } from 'react';
import { openInApp } from '../links/openInApp';

interface Props {
  /** The cell's traveler; `null` where there is none. */
  target: { href: string; cell: string } | null;
  links: readonly LinkModel[];
}

/** The ways on from a held tooltip: the traveler of its cell, and the data links of its value. */
export function CellLinks({ target, links }: Props) {
  return (
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
  );
}
