export { planOf, tableOf, visits } from './visitsFrame';
