export * from './types';
export type { PlanFile } from './planFile';
export { type Problem, PlanError, problemText } from './problem';
export { checkPlan, parsePlan } from './parsePlan';
export * from './reserved';
export { any, isStratumKey, stratumText } from './stratum';
export { limitModels, limitParameters } from './limitParameters';
export { usualCycle } from './cadence';
export { durationSeconds } from './duration';
export { vocabulary, type Word } from './vocabulary';
export { plottedSigma } from './resolveControlLimit';
export { equipmentAt, hasSpec, stationOf } from './select';
export { namedEquipment, namedLines, type Named, shortName } from './names';
export { type Alarm, alarmBudget, alarms, type BudgetLine, lambda } from './monitors/alarmBudget';
export { measured, monitorsOf, type PlannedMonitor, specFor } from './monitors/monitorsOf';
export { muteOf } from './monitors/muteOf';
export { safetyQuietS } from './monitors/safety';
export { severalAlarms, type SeveralLine } from './monitors/severalAlarms';
export { inForce, type Moment } from './rows/inForce';
export { lineProtocol, metaFields, rowTime } from './rows/lineProtocol';
export { contentText, planChanges, planOrigin, type PushInput, type PushResult } from './rows/planChanges';
export { type Difference, planDifferences } from './rows/planDifference';
export { planRows, rowKinds } from './rows/planRows';
export {
  type FieldValue,
  type PlanContent,
  type PlanMeasurement,
  type PlanRow,
  rowKey,
  type RowMeta,
} from './rows/row';
export { settings } from './rows/settingRow';
export { writtenUnit } from './units';
