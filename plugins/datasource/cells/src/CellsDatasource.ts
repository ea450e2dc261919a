import type { AdHocVariableFilter, DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { interpolate } from './interpolate';
import { LookupVariables } from './LookupVariables';
import type { CellsQuery } from './query';
import type { CellsSettings } from './settings';

/** The cells datasource in the browser: variables become values, everything else happens in the backend. */
export class CellsDatasource extends DataSourceWithBackend<CellsQuery, CellsSettings> {
  override annotations = {};

  constructor(settings: DataSourceInstanceSettings<CellsSettings>) {
    super(settings);
    this.variables = new LookupVariables(this);
  }

  override filterQuery(query: CellsQuery): boolean {
    return !query.hide && Boolean(query.queryType) && !(query.queryType === 'traveler' && !query.cellId?.trim());
  }

  override applyTemplateVariables(
    query: CellsQuery,
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[]
  ): CellsQuery {
    const replace = getTemplateSrv();
    return interpolate(query, (text, scoped, format) => replace.replace(text, scoped, format), scopedVars, filters);
  }

  override interpolateVariablesInQueries(queries: CellsQuery[], scopedVars: ScopedVars): CellsQuery[] {
    return queries.map((query) => this.applyTemplateVariables(query, scopedVars));
  }
}
