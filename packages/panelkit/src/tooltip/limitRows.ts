import { type PointAt } from '@cellthread/chart';
import { type Formatters } from '../format/formatters';
import { type TooltipRow } from './PointTooltip';

/** The limits that hold at a point: those it is outside of stand out, those that are not approved say so. */
export function limitRows({ step, hits, plot }: PointAt, format: Formatters): TooltipRow[] {
  const write = plot === 0 ? format.line : format.spread;
  if (!step) {
    return [];
  }
  const range = (low: number | null, high: number | null) =>
    `${low === null ? '–' : write(low)} … ${high === null ? '–' : write(high)}`;
  const state = step.state === 'provisional' ? ' (provisional)' : '';
  return [
    ...(step.lcl !== null || step.ucl !== null
      ? [
          {
            label: 'Control limits',
            value: range(step.lcl, step.ucl) + state,
            strong: hits.some(({ hit }) => hit.kind === 'out-of-control'),
          },
        ]
      : []),
    ...(step.lsl !== null || step.usl !== null ? [{ label: 'Spec limits', value: range(step.lsl, step.usl) }] : []),
  ];
}
