import { LoadingState, type DataFrame, type DataQueryResponse, type TimeRange } from '@grafana/data';
import { catchError, map, merge, of, scan, startWith, throwError, type Observable } from 'rxjs';
import type { VisitsQuery } from '../query';
import { appendVisits } from './appendVisits';
import { Reconnected } from './visitStream';

interface Update {
  query: VisitsQuery;
  frame?: DataFrame;
  error?: string;
}

const FRAME = 'visits';

/** What records of one pass have in common; another pass of the same cell and visit stands beside it. */
const PASS = ['cell_id', 'visit', 'time', 'line', 'equipment'];

/** Whether visits number the stretches of a roll, and none of them is a retest. */
const numbersStretches = ({ meta }: DataFrame) => meta?.custom?.unit === 'stretch';

/** Whether a range ends now, so that new visits belong to it. */
export const endsNow = ({ raw }: TimeRange): boolean => typeof raw.to === 'string' && raw.to.startsWith('now');

/**
 * An answer, and again whenever visits were stored: with their rows behind those of the answer. The window moves on with
 * the clock; limits and signals stay those of the answer until the next query.
 *
 * @param open the frames of new visits of a query
 * @param clock now in ms
 */
export function followVisits(
  answer: DataQueryResponse,
  queries: VisitsQuery[],
  range: TimeRange,
  open: (query: VisitsQuery) => Observable<DataFrame>,
  clock: () => number
): Observable<DataQueryResponse> {
  const span = range.to.valueOf() - range.from.valueOf();
  const updates = queries.map((query) =>
    open(query).pipe(
      map((frame): Update => ({ query, frame })),
      catchError((error: Error) =>
        error instanceof Reconnected ? throwError(() => error) : of<Update>({ query, error: error.message })
      )
    )
  );
  const first: DataQueryResponse = { ...answer, state: LoadingState.Streaming };
  return merge(...updates).pipe(
    scan((response, { query, frame, error }): DataQueryResponse => {
      if (!frame) {
        const message = `Live updates ended: ${error}. Refresh to see new visits.`;
        return { ...response, errors: [...(response.errors ?? []), { refId: query.refId, message }] };
      }
      const onlyLast = query.visits === 'last' && !numbersStretches(frame);
      const rules = { identity: PASS, from: clock() - span, onlyLast };
      const data = (response.data as DataFrame[]).map((one) =>
        one.refId === query.refId && one.name === FRAME ? appendVisits(one, frame, rules) : one
      );
      return { ...response, data };
    }, first),
    startWith(first)
  );
}
