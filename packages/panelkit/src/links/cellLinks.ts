import { type InterpolateFunction, type LinkModel } from '@grafana/data';
import { type CellValues } from '../values/CellValues';
import { cellHref, defaultCellLink } from './cellHref';
import { openInApp } from './openInApp';

export interface CellLinkOptions {
  /** What a click on a point does: open the cell's traveler, or hold the tooltip with its links. */
  click: 'traveler' | 'tooltip';
  /** Address of the traveler; `${cell}` stands for the cell, empty for no link. */
  cellLink: string;
}

export const cellLinkDefaults: CellLinkOptions = { click: 'traveler', cellLink: defaultCellLink };

/** A cell, and where its traveler is. */
export interface CellTarget {
  href: string;
  cell: string;
}

/** The ways on from a row of the values: the traveler of its cell, and the data links of its value. */
export interface RowLinks {
  target: (row: number) => CellTarget | null;
  links: (row: number) => LinkModel[];
  /** Follows the data link that is meant for one click, else leads to the traveler; false where there is neither. */
  open: (row: number) => boolean;
}

export function cellLinks(
  { id, value, sourceRow }: Pick<CellValues, 'id' | 'value' | 'sourceRow'>,
  pattern: string,
  replaceVariables: InterpolateFunction
): RowLinks {
  const target = (row: number) => {
    const cell = id(row);
    const href = cellHref(pattern, cell, replaceVariables);
    return href ? { href, cell } : null;
  };
  const links = (row: number) => value.getLinks?.({ valueRowIndex: sourceRow(row) }) ?? [];
  return {
    target,
    links,
    open: (row) => {
      const href = links(row).find((l) => l.oneClick)?.href ?? target(row)?.href;
      if (!href) {
        return false;
      }
      openInApp(href);
      return true;
    },
  };
}
