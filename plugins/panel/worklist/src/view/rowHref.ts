import { cellHref, characteristicHref } from '@cellthread/panelkit';
import { type InterpolateFunction } from '@grafana/data';
import { type ListKind, type Row } from '../read/Worklist';
import { type WorklistOptions } from '../WorklistOptions';

/** What has a traveler. */
const items: readonly string[] = ['cell', 'item', 'tray', 'lot', 'roll', 'batch', 'module', 'pack'];

/** Where more about a row stands: the traveler of its item, the chart of its characteristic; `null` where nothing does. */
export function rowHref(
  { target, station, characteristic, sinceMs }: Row,
  list: ListKind,
  { cellLink, characteristicLink }: WorklistOptions,
  interpolate: InterpolateFunction
): string | null {
  if (target && items.includes(target.type) && (list === 'holds' || target.type === 'cell')) {
    return cellHref(cellLink, target.id, interpolate);
  }
  return characteristic === ''
    ? null
    : characteristicHref(characteristicLink, { station, characteristic, time: sinceMs }, interpolate);
}
