import { type Hit, hitText, limitOf, type PointAt, specRule } from '@cellthread/chart';
import { type Formatters } from '../format/formatters';
import { type CellValues } from '../values/CellValues';
import { type PointSignal } from './TooltipContent';

const hollowTitles = { excluded: 'Takes no part', partial: 'Subgroup still filling' } as const;

/**
 * What was said of a point: why it is hollow, or its hits in any of the plots, with the cell that each one is about.
 */
export function pointSignals(cells: CellValues, at: PointAt, format: Formatters): PointSignal[] {
  const { hollow, hits, stream } = at;
  return [
    ...(hollow ? [{ kind: 'reported' as const, title: hollowTitles[hollow.kind], detail: hollow.reason }] : []),
    ...hits.map(({ hit, plot }) => {
      const { title, detail } = hitText(hit, specLimit(cells, at, hit, format));
      return {
        kind: hit.kind,
        title: plot === stream.plots[0]!.title ? title : `${plot}: ${title}`,
        detail:
          hit.row === undefined ? detail : `${cells.id(hit.row)}: ${format.value(cells.obs.value[hit.row])}, ${detail}`,
      };
    }),
  ];
}

function specLimit({ limits }: CellValues, { step }: PointAt, hit: Hit, format: Formatters): string | null {
  const of = hit.row === undefined ? step : limits.rows[limitOf(limits, hit.row)];
  const limit = hit.rule === specRule && of ? (hit.side === 'high' ? of.usl : of.lsl) : null;
  return limit === null ? null : format.value(limit);
}
