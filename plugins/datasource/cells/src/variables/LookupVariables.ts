import {
  createDataFrame,
  CustomVariableSupport,
  FieldType,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { from, map, of, type Observable } from 'rxjs';
import type { CellsDatasource } from '../CellsDatasource';
import type { Option } from '../lookups/Option';
import type { LookupQuery } from '../query';
import { LookupEditor } from './LookupEditor';
import { missingOfLookup } from './lookupKinds';

/** Dashboard variables that list sites, lines, stations, equipment, positions, characteristics, products and lots. */
export class LookupVariables extends CustomVariableSupport<CellsDatasource, LookupQuery> {
  override editor = LookupEditor;

  constructor(private readonly datasource: CellsDatasource) {
    super();
  }

  override query(request: DataQueryRequest<LookupQuery>): Observable<DataQueryResponse> {
    const query = request.targets[0];
    if (!query || missingOfLookup({ ...query })) {
      return of({ data: [] });
    }
    const { site, line, station, equipment, key } = query;
    // The variables of this dashboard, not those of whatever is on screen.
    const lookups = this.datasource.lookupsWith((text, format) =>
      getTemplateSrv().replace(text, request.scopedVars, format)
    );
    return from(lookups.list(query.kind, { site, line, station, equipment, key }, request.range)).pipe(
      map((options) => ({ data: [optionsFrame(options)] }))
    );
  }

  override getDefaultQuery(): Partial<LookupQuery> {
    return { queryType: 'variable', kind: 'stations' };
  }
}

/** Grafana reads the options of a variable from the fields `text` and `value`. */
function optionsFrame(options: Option[]): DataFrame {
  return createDataFrame({
    fields: [
      { name: 'text', type: FieldType.string, values: options.map(({ value, label }) => label || value) },
      { name: 'value', type: FieldType.string, values: options.map(({ value }) => value) },
    ],
  });
}
