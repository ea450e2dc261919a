/** Loaded when it is needed: the special functions of capability weigh more than the rest of the panel. */
export { capabilityOf } from '@cellthread/chart';
