import { Patience } from './Patience';
import { PATIENCE_MS } from './overdue';

beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
afterEach(() => jest.useRealTimers());

const never = new Promise<string>(() => undefined);
const outcome = (promise: Promise<unknown>) => {
  const seen: string[] = [];
  promise.then(
    (value) => seen.push(String(value)),
    (error: Error) => seen.push(error.message)
  );
  return seen;
};

it('an answer in time is handed on, an error too', async () => {
  const patience = new Patience();
  await expect(patience.wait(Promise.resolve('list'))).resolves.toBe('list');
  await expect(patience.wait(Promise.reject(new Error('no plan')))).rejects.toThrow('no plan');
});

it('lists that wait for each other are given up together', async () => {
  const patience = new Patience();
  const sites = outcome(patience.wait(never));
  await jest.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(sites).toEqual(['There was no answer for 8 s.']);
  const lines = outcome(patience.wait(never));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(lines).toEqual(['There was no answer for 8 s.']);
});

it('once something was answered, the next is waited for as long as the first', async () => {
  const patience = new Patience();
  const late: Array<(value: string) => void> = [];
  void patience.wait(new Promise<string>((resolve) => late.push(resolve))).catch(() => undefined);
  await jest.advanceTimersByTimeAsync(PATIENCE_MS);
  late[0]!('at last');
  await jest.advanceTimersByTimeAsync(0);
  const next = outcome(patience.wait(never));
  await jest.advanceTimersByTimeAsync(PATIENCE_MS - 1);
  expect(next).toEqual([]);
});
