import {
  dateMath,
  DataTopic,
  LoadingState,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
  type TimeRange,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, defer, from, isObservable, map, merge, of, share, takeUntil, timer, type Observable } from 'rxjs';

/** Only a query slower than this shows its spinner. */
const LOADING_AFTER_MS = 200;

type Packets = Map<string, DataQueryResponse>;

/** All packets received so far as one result; a packet replaces the earlier one of its key. */
function combine(packets: Packets, request: DataQueryRequest): PanelData {
  const all = [...packets.values()];
  // Not made frames here: variables get plain options, and scenes convert what panels get.
  const frames = all.flatMap(({ data }) => data as DataFrame[]);
  const errors = all.flatMap(({ error, errors }) => errors ?? (error ? [error] : []));
  const last = all.at(-1);
  const isAnnotation = (frame: DataFrame) => frame?.meta?.dataTopic === DataTopic.Annotations;
  return {
    state: errors.length ? LoadingState.Error : (last?.state ?? LoadingState.Done),
    series: frames.filter((frame) => !isAnnotation(frame)),
    annotations: frames.filter(isAnnotation),
    request,
    timeRange: rangeNow(request.range),
    ...(errors.length ? { error: errors[0], errors } : {}),
  };
}

/** A relative range as of now: a stream's packets come long after its request, and the axis moves with them. */
function rangeNow({ from, to, raw }: TimeRange): TimeRange {
  const parsed = (text: TimeRange['raw']['from'], otherwise: TimeRange['from'], end: boolean) =>
    typeof text === 'string' ? (dateMath.toDateTime(text, { roundUp: end }) ?? otherwise) : otherwise;
  return { from: parsed(raw.from, from, false), to: parsed(raw.to, to, true), raw };
}

/** Runs a query for a panel: its packets as they come, failures as data in state Error. Unsubscribing cancels it. */
export function runRequest(
  datasource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: DataSourceApi['query']
): Observable<PanelData> {
  const packets: Packets = new Map();
  request.startTime = Date.now();
  const empty: PanelData = { state: LoadingState.Loading, series: [], request, timeRange: request.range };
  if (!request.targets.length) {
    return of({ ...empty, state: LoadingState.Done });
  }
  const results = defer(() => {
    const answer = queryFunction ? queryFunction(request) : datasource.query(request);
    return isObservable(answer) ? answer : from(answer);
  }).pipe(
    map((packet) => {
      request.endTime = Date.now();
      packets.set(packet.key ?? (packet.data[0] as DataFrame | undefined)?.refId ?? 'A', packet);
      return combine(packets, request);
    }),
    catchError((failure: unknown) => {
      const cancelled = (failure as { cancelled?: boolean }).cancelled;
      const error = toDataQueryError(failure as Error);
      return of(
        cancelled
          ? { ...empty, state: LoadingState.Done }
          : { ...empty, state: LoadingState.Error, error, errors: [error] }
      );
    }),
    share()
  );
  return merge(
    timer(LOADING_AFTER_MS).pipe(
      map(() => empty),
      takeUntil(results)
    ),
    results
  );
}
