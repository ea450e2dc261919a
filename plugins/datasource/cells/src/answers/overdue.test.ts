import { LoadingState, type DataQueryResponse } from '@grafana/data';
import { NEVER, of, Subject } from 'rxjs';
import { overdue, PATIENCE_MS, type Waits } from './overdue';

beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
afterEach(() => jest.useRealTimers());

function watch(waits: Waits, answer = new Subject<DataQueryResponse>()) {
  const seen: DataQueryResponse[] = [];
  const subscription = overdue(answer, 'asked', waits).subscribe((response) => seen.push(response));
  return { answer, seen, leave: () => subscription.unsubscribe() };
}
const states = (seen: DataQueryResponse[]) => seen.map(({ state }) => state);

it('an answer in time is all that is seen', () => {
  const { answer, seen } = watch(new Map());
  jest.advanceTimersByTime(PATIENCE_MS - 1);
  answer.next({ data: [], state: LoadingState.Done });
  jest.advanceTimersByTime(PATIENCE_MS);
  expect(states(seen)).toEqual([LoadingState.Done]);
});

it('a late one is an error first, and takes its place when it comes', () => {
  const { answer, seen } = watch(new Map());
  jest.advanceTimersByTime(PATIENCE_MS);
  expect(seen[0]?.errors?.[0]?.message).toMatch(/no answer for 8 s/);
  answer.next({ data: [{ refId: 'B' }], state: LoadingState.Done });
  expect(states(seen)).toEqual([LoadingState.Error, LoadingState.Done]);
  expect(seen[1]?.key).toBe(seen[0]?.key);
});

it('a page that asks anew every five seconds waits no longer than one that asks once', () => {
  const waits: Waits = new Map();
  const first = watch(waits);
  jest.advanceTimersByTime(5_000);
  first.leave();
  const second = watch(waits);
  jest.advanceTimersByTime(PATIENCE_MS - 5_000);
  expect([states(first.seen), states(second.seen)]).toEqual([[], [LoadingState.Error]]);
  jest.advanceTimersByTime(2_000);
  second.leave();
  const third = watch(waits);
  jest.advanceTimersByTime(0);
  expect(states(third.seen)).toEqual([LoadingState.Error]);
});

it('a page that was left and opened again later waits anew', () => {
  const waits: Waits = new Map();
  const first = watch(waits);
  jest.advanceTimersByTime(7_000);
  first.leave();
  jest.advanceTimersByTime(60_000);
  const second = watch(waits);
  jest.advanceTimersByTime(PATIENCE_MS - 1);
  expect(second.seen).toEqual([]);
});

it('an answer ends the waiting of all who ask the same', () => {
  const waits: Waits = new Map();
  watch(waits).answer.next({ data: [] });
  expect(waits.size).toBe(0);
});

it('a failure and an end are handed on, and nothing is told after them', () => {
  const ended: string[] = [];
  overdue(of({ data: [] }), 'asked', new Map()).subscribe({ complete: () => ended.push('complete') });
  const failing = new Subject<DataQueryResponse>();
  overdue(failing, 'asked', new Map()).subscribe({ next: () => ended.push('next'), error: () => ended.push('error') });
  failing.error(new Error('no'));
  const left = overdue(NEVER, 'asked', new Map()).subscribe(() => ended.push('next'));
  left.unsubscribe();
  jest.advanceTimersByTime(PATIENCE_MS);
  expect(ended).toEqual(['complete', 'error']);
});
