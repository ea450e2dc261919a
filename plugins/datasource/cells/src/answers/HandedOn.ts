import { type DataQueryResponse } from '@grafana/data';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  finalize,
  type Observable,
  ReplaySubject,
  share,
  take,
  tap,
  timer,
} from 'rxjs';

/** A page that asks anew gives up the request before: within this time the next one takes it over. */
export const HANDED_ON_MS = 1_000;

/** A request that is as old is given up: whatever took it may never answer. */
export const GIVEN_UP_MS = 60_000;

interface Open {
  since: number;
  answer: Observable<DataQueryResponse>;
}

/**
 * Requests that are not answered yet, by what was asked. Whoever asks the same takes over the one under way, and asks anew after it: a page
 * that refreshes faster than its queries take would give each up before its answer, and never show one; and what was stored since the
 * one under way began is not in its answer.
 */
export class HandedOn {
  private readonly open = new Map<string, Open>();

  /**
   * The answer to what is asked, where a request is under way after its answer.
   *
   * @param asked the same where the same answer is wanted
   * @param request makes a request where there is none
   */
  answer(asked: string, request: () => Observable<DataQueryResponse>): Observable<DataQueryResponse> {
    return defer(() => {
      const before = this.open.get(asked);
      const anew = defer(() => this.begin(asked, request));
      return before && Date.now() - before.since < GIVEN_UP_MS
        ? concat(
            before.answer.pipe(
              take(1),
              catchError(() => EMPTY)
            ),
            anew
          )
        : anew;
    });
  }

  private begin(asked: string, request: () => Observable<DataQueryResponse>): Observable<DataQueryResponse> {
    const over = () => this.open.get(asked) === mine && this.open.delete(asked);
    const mine: Open = {
      since: Date.now(),
      answer: request().pipe(
        tap(over),
        finalize(over),
        share({
          connector: () => new ReplaySubject(1),
          resetOnComplete: false,
          resetOnError: false,
          resetOnRefCountZero: () => timer(HANDED_ON_MS),
        })
      ),
    };
    this.open.set(asked, mine);
    return mine.answer;
  }
}
