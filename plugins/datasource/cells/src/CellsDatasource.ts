import {
  CoreApp,
  type AdHocVariableFilter,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagKeysOptions,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { from, map, retry, switchMap, throwError, timer, type Observable } from 'rxjs';
import { HandedOn } from './answers/HandedOn';
import { overdue, type Waits } from './answers/overdue';
import { Patience } from './answers/Patience';
import { unasked } from './answers/unasked';
import { eventAnnotations } from './annotations/eventAnnotations';
import { interpolate } from './interpolate';
import { missingPart } from './kinds/missingPart';
import { kindOf } from './kinds/queryKinds';
import { signals } from './kinds/signals/signals';
import { visits } from './kinds/visits/visits';
import { endsNow, followVisits } from './live/followVisits';
import { Reconnected, visitStream } from './live/visitStream';
import { Lookups } from './lookups/Lookups';
import type { Option } from './lookups/Option';
import { stationsOf } from './lookups/stationsOf';
import { valueRoute } from './lookups/valueRoute';
import type { CellsQuery } from './query';
import type { VisitsQuery } from './kinds/visits/VisitsQuery';
import type { CellsSettings } from './settings';
import { LookupVariables } from './variables/LookupVariables';

/** How long after a gap in the live updates the query is asked again: everybody does at once. */
const ASK_AGAIN_MS = 1_000;

/** The cells datasource in the browser: variables become values, everything else happens in the backend. */
export class CellsDatasource extends DataSourceWithBackend<CellsQuery, CellsSettings> {
  override annotations = eventAnnotations;
  private readonly waits: Waits = new Map();
  private readonly handedOn = new HandedOn();
  private readonly patience = new Patience();
  readonly lookups = this.lookupsWith((text, format) => getTemplateSrv().replace(text, {}, format));

  constructor(settings: DataSourceInstanceSettings<CellsSettings>) {
    super(settings);
    this.variables = new LookupVariables(this);
  }

  /** Lists of what can be chosen, with variables replaced in this way. */
  lookupsWith(replace: (text: string, format: string) => string): Lookups {
    return new Lookups((path, params) => this.patience.wait(this.getResource(path, params)), replace);
  }

  /** The dashboard's variables that a field may name; none where there is no dashboard. */
  variableNames(): string[] {
    return getTemplateSrv()
      .getVariables()
      .filter(({ type }) => !['adhoc', 'datasource', 'groupby', 'system'].includes(type))
      .map(({ name }) => name);
  }

  override getDefaultQuery(app: CoreApp): Partial<CellsQuery> {
    const kind = app === CoreApp.UnifiedAlerting ? signals : visits;
    return { ...kind.defaults, queryType: kind.id };
  }

  override filterQuery(query: CellsQuery): boolean {
    return !query.hide && missingPart(query) === undefined;
  }

  override query(request: DataQueryRequest<CellsQuery>): Observable<DataQueryResponse> {
    const wanted = request.targets.filter((query) => this.filterQuery(query));
    // A variable may leave a query incomplete, such as a dashboard before a cell is entered.
    const missing = (query: CellsQuery) => {
      const asked = this.applyTemplateVariables(query, request.scopedVars, request.filters);
      return kindOf(asked)?.missing(asked);
    };
    const targets = wanted.filter((query) => missing(query) === undefined);
    const incomplete = wanted.flatMap((query) => {
      const what = missing(query);
      return what === undefined ? [] : [unasked(query, what)];
    });
    // What gives up a request by its ID must not end one that the next refresh takes over.
    const requestId = `${request.requestId} of cellthread`;
    const answer = this.handedOn.answer(this.spelt(request, targets), () =>
      super.query({ ...request, targets, requestId })
    );
    const followed = endsNow(request.range) ? targets.filter(isFollowed) : [];
    const seen = followed.length ? this.follow(answer, followed, request) : answer;
    return overdue(seen, JSON.stringify(request.targets), this.waits).pipe(
      map((response) => (incomplete.length ? { ...response, data: [...response.data, ...incomplete] } : response))
    );
  }

  /** What an answer depends on, but for the moment at which a range that ends now is asked for. */
  private spelt({ range, maxDataPoints, scopedVars, filters }: DataQueryRequest<CellsQuery>, targets: CellsQuery[]) {
    const asked = targets.map((query) => this.applyTemplateVariables(query, scopedVars, filters));
    return JSON.stringify([asked, range.raw, maxDataPoints]);
  }

  private follow(
    answer: Observable<DataQueryResponse>,
    queries: VisitsQuery[],
    { range, scopedVars, filters }: DataQueryRequest<CellsQuery>
  ): Observable<DataQueryResponse> {
    const open = (query: VisitsQuery) =>
      from(this.postResource<{ path: string }>('live', this.applyTemplateVariables(query, scopedVars, filters))).pipe(
        switchMap(({ path }) => visitStream(this.uid, path))
      );
    return answer.pipe(
      switchMap((response) => followVisits(response, queries, range, open, Date.now)),
      retry({ delay: (error) => (error instanceof Reconnected ? timer(ASK_AGAIN_MS) : throwError(() => error)) })
    );
  }

  override applyTemplateVariables(
    query: CellsQuery,
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[]
  ): CellsQuery {
    const templates = getTemplateSrv();
    return interpolate(
      query,
      (text, scoped, format) => templates.replace(text, scoped, format),
      scopedVars,
      filters,
      kindOf(query)?.openLists
    );
  }

  override interpolateVariablesInQueries(
    queries: CellsQuery[],
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[]
  ): CellsQuery[] {
    return queries.map((query) => ({
      ...this.applyTemplateVariables(query, scopedVars, filters),
      datasource: this.getRef(),
    }));
  }

  override getQueryDisplayText(query: CellsQuery): string {
    return kindOf(query)?.text(query) ?? JSON.stringify(query);
  }

  override async getTagKeys(options?: DataSourceGetTagKeysOptions<CellsQuery>): Promise<MetricFindValue[]> {
    const station = stationsOf(options?.queries ?? []);
    return (await this.lookups.list('filter-keys', { station }, options?.timeRange)).map(({ value }) => ({
      text: value,
    }));
  }

  override async getTagValues(options: DataSourceGetTagValuesOptions<CellsQuery>): Promise<MetricFindValue[]> {
    const { route = '', scope = {} } = valueRoute(options.key, { station: stationsOf(options.queries ?? []) });
    return (await this.lookups.list(route, scope, options.timeRange)).map(tagValue);
  }
}

const isFollowed = (query: CellsQuery): query is VisitsQuery =>
  query.queryType === visits.id && query['streaming'] === true;

const tagValue = ({ value, label }: Option): MetricFindValue => ({ text: label || value, value });
