export { world, type Progress } from './world/world';
export type { WorldOptions } from './world/WorldOptions';
export type { Message } from './world/Message';
export { readPlant } from './plant/readPlant';
export { cellCodePattern } from './plant/cellCode';
export { faultKindOf, faultKindsOf } from './faults/faultKinds';
export type { Fault, Sight, Truth } from './faults/Fault';
export type { FaultKind, Places } from './faults/FaultKind';
export type { Plant, PlantLine } from './plant/Plant';
