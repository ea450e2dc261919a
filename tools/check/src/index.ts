export { e2e } from './e2e';
export { test } from './test';
