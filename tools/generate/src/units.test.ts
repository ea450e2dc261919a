/** @jest-environment jsdom */
import { getValueFormats } from '@grafana/data';
import { unitIds } from '../../../packages/plan/src/units';

test('a plan may name exactly the units that Grafana lists', () => {
  const listed = getValueFormats().flatMap(({ submenu }) => submenu.map(({ value }) => value));
  expect([...unitIds].sort()).toEqual(listed.sort());
});
