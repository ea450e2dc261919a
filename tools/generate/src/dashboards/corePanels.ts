import { type Panel, type PanelOptions, panel } from './panel';

interface StatOptions extends PanelOptions {
  calc: 'count' | 'lastNotNull' | 'sum' | 'max';
  field: string;
  /** Values from which the colour warns and alarms; without them the number stays plain. */
  steps?: { warn: number; alarm: number };
  mappings?: Array<Record<string, unknown>>;
  background?: boolean;
  text?: boolean;
}

/** One number or word. No rows is a zero only where the panel counts. */
export function stat(given: StatOptions): Panel {
  const { calc, field, steps, mappings, background } = given;
  return panel('stat', {
    ...given,
    options: {
      reduceOptions: { values: false, calcs: [calc], fields: `/^${field}$/` },
      orientation: 'auto',
      textMode: 'value',
      colorMode: background ? 'background' : 'value',
      graphMode: 'none',
      justifyMode: 'auto',
      wideLayout: true,
      showPercentChange: false,
      percentChangeColorMode: 'standard',
    },
    fieldConfig: {
      defaults: {
        ...(calc === 'count' && { noValue: '0', unit: 'none', decimals: 0 }),
        color: { mode: 'thresholds' },
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: steps ? 'green' : 'text', value: null },
            ...(steps
              ? [
                  { color: 'orange', value: steps.warn },
                  { color: 'red', value: steps.alarm },
                ]
              : []),
          ],
        },
        ...(mappings && { mappings }),
      },
      overrides: [],
    },
  });
}

/** A table; columns not named in `columns` are hidden, the others stand in that order. */
export function table(
  given: PanelOptions & { columns: Record<string, string>; sortBy?: string; descending?: boolean }
): Panel {
  const { columns, sortBy, descending = true } = given;
  const names = Object.keys(columns);
  return panel('table', {
    ...given,
    options: {
      showHeader: true,
      cellHeight: 'sm',
      footer: { show: false, reducer: ['sum'], countRows: false, fields: '' },
      ...(sortBy && { sortBy: [{ displayName: columns[sortBy], desc: descending }] }),
    },
    fieldConfig: { defaults: { custom: { align: 'auto', filterable: true } }, overrides: [], ...given.fieldConfig },
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

/** Words on the page. */
export function text(given: PanelOptions & { markdown: string }): Panel {
  return panel('text', {
    ...given,
    options: { mode: 'markdown', content: given.markdown, code: { language: 'plaintext', showLineNumbers: false } },
  });
}
