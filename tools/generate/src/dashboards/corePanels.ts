import type { StoredQuery } from 'cellthread-cells-datasource/queries';
import { type Panel, type PanelOptions, panel } from './panel';
import type { DashboardWords } from './words/DashboardWords';

interface TableOptions extends PanelOptions {
  say: DashboardWords;
  queries: [StoredQuery];
  columns: Record<string, string>;
  /** The text column that says why there are no rows: Grafana shows a table without rows as a header over nothing. */
  note: string;
  sortBy?: string;
  descending?: boolean;
}

/** A table; columns not named in `columns` are hidden, the others stand in that order. */
export function table(given: TableOptions): Panel {
  const { columns, sortBy, descending = true, note, fieldConfig, say } = given;
  const names = Object.keys(columns);
  return panel('table', {
    ...given,
    queries: given.queries.map((query) => ({ ...query, note })),
    options: {
      showHeader: true,
      cellHeight: 'sm',
      footer: { show: false, reducer: ['sum'], countRows: false, fields: '' },
      ...(sortBy && { sortBy: [{ displayName: columns[sortBy], desc: descending }] }),
    },
    fieldConfig: {
      // Shown where no frame came, which is when the query failed; and, but for the override, in every empty cell.
      defaults: { custom: { align: 'auto' }, ...fieldConfig?.defaults, noValue: say.notRead },
      overrides: [
        { matcher: { id: 'byRegexp', options: '/.*/' }, properties: [{ id: 'noValue', value: '' }] },
        ...(fieldConfig?.overrides ?? []),
      ],
    },
    transformations: [
      ...(given.transformations ?? []),
      { id: 'filterFieldsByName', options: { include: { names } } },
      {
        id: 'organize',
        options: {
          indexByName: Object.fromEntries(names.map((name, index) => [name, index])),
          renameByName: columns,
          excludeByName: {},
        },
      },
    ],
  });
}
