import { LoadingState, type DataQueryResponse } from '@grafana/data';
import { map, Observable } from 'rxjs';
import { HANDED_ON_MS } from './HandedOn';

/** How long what was shown last may stand for an answer that does not come. */
export const PATIENCE_MS = 8_000;

/** Packets of one key replace each other, and without a key the host chooses one by what a packet holds. */
const KEY = 'answer';

interface Wait {
  since: number;
  left: number;
}

/** What is waited for, by what was asked. */
export type Waits = Map<string, Wait>;

/**
 * The answer, or after {@link PATIENCE_MS} without one an error in its place until it comes. The host shows the last
 * answer while the next is on its way, for ever if a page refreshes faster than queries time out: a database that hangs
 * would look like one where all is well.
 *
 * @param asked what is asked for: the same of the next refresh
 */
export function overdue(
  answer: Observable<DataQueryResponse>,
  asked: string,
  waits: Waits
): Observable<DataQueryResponse> {
  return new Observable((subscriber) => {
    const now = Date.now();
    const before = waits.get(asked);
    const wait = before && now - before.left <= HANDED_ON_MS ? before : { since: now, left: Infinity };
    wait.left = Infinity;
    waits.set(asked, wait);
    const timer = setTimeout(() => subscriber.next(late()), Math.max(0, wait.since + PATIENCE_MS - now));
    const answered = () => {
      clearTimeout(timer);
      waits.delete(asked);
    };
    const source = answer.pipe(map((response) => ({ ...response, key: response.key ?? KEY }))).subscribe({
      next: (response) => {
        answered();
        subscriber.next(response);
      },
      error: (error) => {
        answered();
        subscriber.error(error);
      },
      complete: () => {
        clearTimeout(timer);
        subscriber.complete();
      },
    });
    return () => {
      clearTimeout(timer);
      source.unsubscribe();
      wait.left = Date.now();
    };
  });
}

function late(): DataQueryResponse {
  const message = `There was no answer for ${PATIENCE_MS / 1000} s. It is still waited for; what was shown before may no longer hold.`;
  return { key: KEY, data: [], state: LoadingState.Error, errors: [{ message }] };
}
