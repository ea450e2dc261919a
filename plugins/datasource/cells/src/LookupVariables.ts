import {
  createDataFrame,
  CustomVariableSupport,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  FieldType,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { from, map, type Observable } from 'rxjs';
import type { CellsDatasource } from './CellsDatasource';
import { LookupEditor } from './LookupEditor';
import type { LookupQuery } from './query';

interface Option {
  value: string;
  label?: string;
}

const SCOPE = ['site', 'line', 'station', 'equipment'] as const;

/** Dashboard variables that list sites, lines, stations, equipment, positions, characteristics, products and lots. */
export class LookupVariables extends CustomVariableSupport<CellsDatasource, LookupQuery> {
  override editor = LookupEditor;

  constructor(private readonly datasource: CellsDatasource) {
    super();
  }

  override query(request: DataQueryRequest<LookupQuery>): Observable<DataQueryResponse> {
    const query = request.targets[0];
    if (!query?.kind) {
      return from([{ data: [] }]);
    }
    const scope = Object.fromEntries(
      SCOPE.map((key) => [key, values(query[key], request.scopedVars)] as const).filter(([, list]) => list.length > 0)
    );
    return from(this.datasource.getResource<Option[]>(query.kind, { ...scope, ...range(request) })).pipe(
      map((options) => ({ data: [optionsFrame(options)] }))
    );
  }
}

/** A list is sent as one text with commas: identifiers hold none. All means no restriction. */
function values(text: string | undefined, scopedVars: DataQueryRequest['scopedVars']): string {
  const list = text ? getTemplateSrv().replace(text, scopedVars, 'csv') : '';
  return list.includes('$__all') || list.includes('$') ? '' : list;
}

function range({ range }: DataQueryRequest<LookupQuery>): Record<string, string> {
  return range ? { from: String(range.from.valueOf()), to: String(range.to.valueOf()) } : {};
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
