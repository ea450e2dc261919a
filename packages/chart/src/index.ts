export type * from './model/ChartModel';
export type { Numbers } from './model/Numbers';
export {
  buildControlChart,
  type ControlChart,
  type ControlChartOptions,
  type Draft,
  draftControlChart,
} from './control/buildControlChart';
export { capabilityOf } from './control/capabilityOf';
export type { CapabilitySample } from './control/capabilitySample';
export type { Baseline, BaselineChoice } from './control/Baseline';
export { fewestBaselinePoints } from './control/Baseline';
export { hitText } from './control/hitText';
export { specRule } from './control/markSignals';
export { type ColumnReader, matchLimits, type PlanStretch } from './control/matchLimits';
export { limitOf, type LimitRow, type Limits, type Observations } from './control/Observations';
export type { StreamReport } from './control/streamReport';
export { type Annotation, drawAnnotations } from './draw/drawAnnotations';
export { drawBackground, drawForeground } from './draw/drawScene';
export type { Frame } from './draw/Frame';
export { markPath, markRadius } from './draw/markPath';
export type { Palette } from './draw/Palette';
export { buildScene, type SceneOptions } from './scene/buildScene';
export { type PointAt, pointAt } from './scene/pointAt';
export { hitTest, type PixelMap } from './scene/hitTest';
export type { Viewport } from './scene/Viewport';
export { HOLLOW, type Scene, type ScenePoints } from './scene/Scene';
