import { LoadingState, type DataFrame, type DataQueryResponse, type TimeRange } from '@grafana/data';
import {
  catchError,
  concat,
  distinctUntilChanged,
  map,
  merge,
  of,
  scan,
  startWith,
  switchMap,
  throwError,
  timer,
  type Observable,
} from 'rxjs';
import type { VisitsQuery } from '../kinds/visits/VisitsQuery';
import { appendVisits } from './appendVisits';
import { stretchLimits } from './stretchLimits';
import { Reconnected, type Heard } from './visitStream';

type Update = Heard & { query: VisitsQuery };

const FRAME = 'visits';
const LIMITS = 'limits';

/** After how long a channel that could not be opened is tried again. */
export const RETRY_MS = 5_000;

/** How far the clock of a station may run ahead; what is farther ahead is not stored. */
const LEAD_MS = 5 * 60_000;

/** What records of one pass have in common; another pass of the same cell and visit stands beside it. */
const PASS = ['cell_id', 'visit', 'time', 'line', 'equipment', 'position', 'slot'];

/** Whether visits number the stretches of a roll, and none of them is a retest. */
const numbersStretches = ({ meta }: DataFrame) => meta?.custom?.unit === 'stretch';

/** Whether a range ends now, so that new visits belong to it. */
export const endsNow = ({ raw }: TimeRange): boolean => typeof raw.to === 'string' && raw.to.startsWith('now');

/**
 * An answer, and again whenever visits were stored: with their rows behind those of the answer. The window moves on with
 * the clock; limits stay those of the answer, and in force, until the next query. While nothing is seen of a query the
 * response says so and is not streaming.
 *
 * @param open what is heard of a query
 * @param clock now in ms
 */
export function followVisits(
  answer: DataQueryResponse,
  queries: VisitsQuery[],
  range: TimeRange,
  open: (query: VisitsQuery) => Observable<Heard>,
  clock: () => number
): Observable<DataQueryResponse> {
  const [start, end] = [range.from.valueOf(), range.to.valueOf()];
  const first: Followed = { data: answer.data as DataFrame[], troubles: new Map() };
  return merge(...queries.map((query) => listen(query, open))).pipe(
    scan((followed: Followed, update): Followed => {
      const { data, troubles } = followed;
      const { query } = update;
      if (!('visits' in update)) {
        const same = troubles.get(query.refId) === update.trouble;
        return same ? followed : { data, troubles: new Map(troubles).set(query.refId, update.trouble) };
      }
      const frame = update.visits;
      const onlyLast = query.visits === 'last' && !numbersStretches(frame);
      const rules = { identity: PASS, from: clock() - (end - start), onlyLast };
      const grown = (one: DataFrame) =>
        one.name === LIMITS ? stretchLimits(one, end, clock() + LEAD_MS) : appendVisits(one, frame, rules);
      return {
        data: data.map((one) =>
          one.refId === query.refId && (one.name === FRAME || one.name === LIMITS) ? grown(one) : one
        ),
        troubles,
      };
    }, first),
    startWith(first),
    distinctUntilChanged(),
    map((followed) => respond(answer, followed))
  );
}

interface Followed {
  data: DataFrame[];
  /** By query, why nothing is seen of it. */
  troubles: Map<string, string | undefined>;
}

function respond(answer: DataQueryResponse, { data, troubles }: Followed): DataQueryResponse {
  const errors = [...troubles].flatMap(([refId, trouble]) =>
    trouble ? [{ refId, message: `Live updates are interrupted: ${trouble}. New visits are not shown.` }] : []
  );
  const state = errors.length ? LoadingState.Error : LoadingState.Streaming;
  const all = [...(answer.errors ?? []), ...errors];
  return { ...answer, data, state, ...(all.length ? { errors: all } : {}) };
}

/** Listens to a query, again and again where that fails; once it works after it did not, visits were missed. */
function listen(
  query: VisitsQuery,
  open: (query: VisitsQuery) => Observable<Heard>,
  missed = false
): Observable<Update> {
  return open(query).pipe(
    switchMap((heard) =>
      missed && 'trouble' in heard && !heard.trouble ? throwError(() => new Reconnected()) : of({ ...heard, query })
    ),
    catchError((error: Error) =>
      error instanceof Reconnected
        ? throwError(() => error)
        : concat(
            of({ query, trouble: reasonOf(error) }),
            timer(RETRY_MS).pipe(switchMap(() => listen(query, open, true)))
          )
    )
  );
}

/** A refused request carries the backend's sentence in its data. */
const reasonOf = (error: Error & { data?: { message?: string } }) => error.data?.message ?? error.message;
