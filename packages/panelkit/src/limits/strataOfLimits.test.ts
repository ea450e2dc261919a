import { type PlanStretch } from '@cellthread/chart';
import { strataOfLimits } from './strataOfLimits';

const limit = (equipment: string, position: string, centre: number, product = 'a') =>
  ({ product, stratum: `equipment=${equipment},position=${position}`, from: 0, to: 9, centre }) as PlanStretch;

test('equal limits everywhere tell nothing apart', () => {
  expect(strataOfLimits([limit('f1', 'n1', 5), limit('f1', 'n2', 5), limit('f2', 'n1', 5)])).toEqual([]);
});

test('limits by equipment tell equipment apart, not its positions', () => {
  expect(strataOfLimits([limit('f1', 'n1', 5), limit('f1', 'n2', 5), limit('f2', 'n1', 6)])).toEqual(['equipment']);
});

test('limits by position tell positions apart', () => {
  expect(strataOfLimits([limit('f1', 'n1', 5), limit('f1', 'n2', 6)])).toEqual(['equipment', 'position']);
});

test('another product is another phase, not another stream', () => {
  expect(strataOfLimits([limit('f1', 'n1', 5), limit('f1', 'n1', 7, 'b')])).toEqual([]);
});

test('limits for all strata, and no limits, tell nothing apart', () => {
  expect(strataOfLimits([{ product: '*', stratum: '*', centre: 5 } as PlanStretch])).toEqual([]);
  expect(strataOfLimits([])).toEqual([]);
});
