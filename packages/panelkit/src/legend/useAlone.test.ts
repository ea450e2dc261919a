import { act, renderHook } from '@testing-library/react';
import { useAlone } from './useAlone';

const shown = (names: string[]) => renderHook((props: string[]) => useAlone(props), { initialProps: names });

test('a chosen stream hides the others, and chosen again shows them all', () => {
  const { result } = shown(['a', 'b', 'c']);
  act(() => result.current.choose('b'));
  expect([result.current.at, ...result.current.hidden]).toEqual([1, 'a', 'c']);
  act(() => result.current.choose('b'));
  expect([result.current.at, result.current.hidden.size]).toEqual([-1, 0]);
});

test('a chosen stream that the next answer has no more hides nothing', () => {
  const { result, rerender } = shown(['a', 'b']);
  act(() => result.current.choose('b'));
  rerender(['a', 'c']);
  expect([result.current.at, result.current.hidden.size]).toEqual([-1, 0]);
});

test('the only stream stays', () => {
  const { result } = shown(['a']);
  act(() => result.current.choose('a'));
  expect(result.current.at).toBe(-1);
});
