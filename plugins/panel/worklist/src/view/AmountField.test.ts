import { amountIn } from './AmountField';

test.each([
  ['1.5', 1.5],
  [' -2,5 ', -2.5],
  ['3', 3],
  ['3.1', undefined],
  ['0', undefined],
  ['', undefined],
  ['much', undefined],
])('%j is %j within -3 to 3', (text, amount) => {
  expect(amountIn(text, [-3, 3])).toBe(amount);
});
