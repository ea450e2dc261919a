export { frameNamed } from './frames/frameNamed';
export { failures, unreadOf, type Unread } from './frames/unreadOf';
export { warnings } from './frames/warnings';
export { findField, type FieldWish } from './frames/findField';
export { constantOf } from './frames/constantOf';
export { numberColumn } from './frames/numberColumn';
export { textColumn } from './frames/textColumn';
export { timeColumn, isTime } from './frames/timeColumn';
export { describeColumns } from './frames/describeColumns';
export { HoverMode } from './plot/HoverMode';
export { EmptyView, type EmptyViewProps } from './view/EmptyView';
export { UnreadView } from './view/UnreadView';
export { PointTooltip, type PointTooltipProps, type TooltipRow, type TooltipSignal } from './tooltip/PointTooltip';
export { CellLinks } from './tooltip/CellLinks';
export { cellHref, defaultCellLink, withoutUnknown } from './links/cellHref';
export { openInApp } from './links/openInApp';
export { chartPalette } from './plot/chartPalette';
export { hoverReach, type LivePlot, plotConfig, type PlotConfigInput } from './plot/plotConfig';
export { readAnnotations } from './plot/readAnnotations';
export { type RowReader, rowReader } from './frames/rowReader';
export { columnNames, notValues } from './visits/columnNames';
export type { Exclusion, ExclusionOptions } from './visits/ExclusionOptions';
export { exclusionReason } from './visits/exclusionReason';
export { labelColumn } from './visits/labelColumn';
export { processOrder } from './visits/processOrder';
export { type Reported, reportedSignals } from './visits/reportedSignals';
export {
  asPlanned,
  type Charting,
  chartingOf,
  type ChartingOptions,
  countCharts,
  plannedCounts,
} from './limits/charting';
export { columnLimits, type SpecOptions } from './limits/columnLimits';
export { planLimits, readStretches } from './limits/planLimits';
export { strataOfLimits } from './limits/strataOfLimits';
export { type Formatters, formatters } from './format/formatters';
export { quantity } from './format/quantity';
export { words } from './format/words';
export { nextEntry, usePlotKeys } from './keys/usePlotKeys';
export { Section } from './view/Section';
export { type Statistic, StatisticsStrip, stripLine } from './view/StatisticsStrip';
export { Verdict } from './view/Verdict';
export { inSlices } from './pace/inSlices';
export type { Missing } from './view/Missing';
export { columnChoices, several } from './options/several';
