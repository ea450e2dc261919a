export type { Generator } from './generator';
export { generators } from './generators';
export { type FiringAlert, render } from './alerting/rendered/render';
export { type Format, writeOutputs } from './writeOutputs';
