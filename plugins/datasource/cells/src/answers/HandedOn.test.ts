import { type DataQueryResponse } from '@grafana/data';
import { Observable, of, Subject, throwError } from 'rxjs';
import { GIVEN_UP_MS, HANDED_ON_MS, HandedOn } from './HandedOn';

beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
afterEach(() => jest.useRealTimers());

/** Requests that are answered by hand, each with whether it was given up. */
function requests() {
  const made: Array<{ answer: Subject<DataQueryResponse>; givenUp: boolean }> = [];
  const make = () =>
    new Observable<DataQueryResponse>((subscriber) => {
      const one = { answer: new Subject<DataQueryResponse>(), givenUp: false };
      made.push(one);
      const subscription = one.answer.subscribe(subscriber);
      return () => {
        one.givenUp = true;
        subscription.unsubscribe();
      };
    });
  return { made, make };
}

const data = (name: string): DataQueryResponse => ({ data: [{ name }] });

it('a page that asks anew every ten seconds shows an answer that takes twenty-five', () => {
  const { made, make } = requests();
  const handed = new HandedOn();
  const seen: DataQueryResponse[] = [];
  let asking = handed.answer('same', make).subscribe((response) => seen.push(response));
  for (let refreshes = 0; refreshes < 2; refreshes++) {
    jest.advanceTimersByTime(10_000);
    asking.unsubscribe();
    asking = handed.answer('same', make).subscribe((response) => seen.push(response));
  }
  jest.advanceTimersByTime(5_000);
  made[0]?.answer.next(data('late'));
  expect({ givenUp: made[0]?.givenUp, seen }).toEqual({ givenUp: false, seen: [data('late')] });
});

it('what was stored since the request under way began is asked for after its answer', () => {
  const { made, make } = requests();
  const handed = new HandedOn();
  handed.answer('same', make).subscribe();
  const seen: DataQueryResponse[] = [];
  handed.answer('same', make).subscribe((response) => seen.push(response));
  made[0]?.answer.next(data('before'));
  made[1]?.answer.next(data('after'));
  expect(seen).toEqual([data('before'), data('after')]);
});

it('what was answered is asked anew', () => {
  const { made, make } = requests();
  const handed = new HandedOn();
  handed.answer('same', make).subscribe();
  made[0]?.answer.next(data('first'));
  handed.answer('same', make).subscribe();
  expect(made).toHaveLength(2);
});

it('what is asked otherwise has a request of its own', () => {
  const { made, make } = requests();
  const handed = new HandedOn();
  handed.answer('one', make).subscribe();
  handed.answer('other', make).subscribe();
  expect(made).toHaveLength(2);
});

it('a request that nobody waits for is given up', () => {
  const { made, make } = requests();
  const handed = new HandedOn();
  handed.answer('same', make).subscribe().unsubscribe();
  jest.advanceTimersByTime(HANDED_ON_MS - 1);
  expect(made[0]?.givenUp).toBe(false);
  jest.advanceTimersByTime(1);
  expect(made[0]?.givenUp).toBe(true);
  handed.answer('same', make).subscribe();
  expect(made).toHaveLength(2);
});

it('one that is never answered is asked again after a minute', () => {
  const { made, make } = requests();
  const handed = new HandedOn();
  handed.answer('same', make).subscribe();
  jest.advanceTimersByTime(GIVEN_UP_MS);
  handed.answer('same', make).subscribe();
  expect(made).toHaveLength(2);
});

it('after a failure it is asked anew, by who took over as well', () => {
  const handed = new HandedOn();
  const told: string[] = [];
  const { made, make } = requests();
  handed.answer('same', make).subscribe({ error: () => told.push('first') });
  handed.answer('same', make).subscribe((response) => told.push(String(response.data[0].name)));
  made[0]?.answer.error(new Error('no'));
  made[1]?.answer.next(data('second'));
  handed.answer('same', () => throwError(() => new Error('again'))).subscribe({ error: () => told.push('third') });
  handed.answer('same', () => of(data('at once'))).subscribe(() => told.push('fourth'));
  expect(told).toEqual(['first', 'second', 'third', 'fourth']);
});
