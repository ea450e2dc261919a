export type { Generator } from './generator';
export { generators } from './generators';
export { type Format, writeOutputs } from './writeOutputs';
