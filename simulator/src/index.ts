export { world, type Progress } from './world/world';
export type { WorldOptions } from './world/WorldOptions';
export type { Message } from './world/Message';
export { readPlant } from './plant/readPlant';
export { cellCodePattern } from './plant/cellCode';
