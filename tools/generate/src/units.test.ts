/** @jest-environment jsdom */
import { getValueFormat, getValueFormats } from '@grafana/data';
import { unitIds, writtenUnit } from '../../../packages/plan/src/units';

test('a plan may name exactly the units that Grafana lists', () => {
  const listed = getValueFormats().flatMap(({ submenu }) => submenu.map(({ value }) => value));
  expect([...unitIds].sort()).toEqual(listed.sort());
});

test('a number is written with the unit that Grafana writes after a one, but where that is no unit', () => {
  const grafanas = (unit: string) => {
    const { prefix = '', suffix = '' } = getValueFormat(unit)(1);
    return `${prefix}${suffix}`.trim();
  };
  expect(unitIds.filter((unit) => grafanas(unit) !== writtenUnit(unit)).sort()).toEqual([...otherwise].sort());
});

/** Shares, moments and spans of time: Grafana writes them in another unit than they are of, or as no number. */
const otherwise = [
  ...unitIds.filter((unit) => /^(dateTime|dtd|dth|clock)/.test(unit)),
  ...['percentunit', 'timeticks', 'h', 'd'],
];
