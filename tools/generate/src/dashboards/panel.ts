import type { StoredQuery } from 'cellthread-cells-datasource/queries';

/** A panel in the classic JSON model. */
export interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource: typeof datasource;
  targets?: Array<StoredQuery & { refId: string; datasource: typeof datasource }>;
  options: Record<string, unknown>;
  fieldConfig: FieldConfig;
  transformations?: Array<{ id: string; options: Record<string, unknown> }>;
  timeFrom?: string;
  hideTimeOverride?: boolean;
  transparent?: boolean;
}

export interface FieldConfig {
  defaults: Record<string, unknown>;
  overrides: Array<{ matcher: { id: string; options: string }; properties: Array<{ id: string; value: unknown }> }>;
}

export interface PanelOptions {
  id: number;
  title: string;
  description?: string;
  at: [x: number, y: number, w: number, h: number];
  queries?: StoredQuery[];
  /** A span of its own, ending now, whatever the dashboard shows. */
  last?: string;
  options?: Record<string, unknown>;
  fieldConfig?: Partial<FieldConfig>;
  transformations?: Panel['transformations'];
  transparent?: boolean;
}

const datasource = { type: 'cellthread-cells-datasource', uid: '${datasource}' };

/** A panel of any type; what all panels share is filled in. */
export function panel(type: string, given: PanelOptions): Panel {
  const [x, y, w, h] = given.at;
  return {
    id: given.id,
    type,
    title: given.title,
    ...(given.description && { description: given.description }),
    gridPos: { x, y, w, h },
    datasource,
    ...(given.queries && {
      targets: given.queries.map((query, index) => ({ refId: String.fromCharCode(65 + index), datasource, ...query })),
    }),
    options: given.options ?? {},
    fieldConfig: { defaults: {}, overrides: [], ...given.fieldConfig },
    ...(given.transformations && { transformations: given.transformations }),
    ...(given.last && { timeFrom: given.last, hideTimeOverride: true }),
    ...(given.transparent && { transparent: true }),
  };
}

/** Overrides of one field, by its id. */
export function override(field: string, properties: Record<string, unknown>): FieldConfig['overrides'][number] {
  return {
    matcher: { id: 'byName', options: field },
    properties: Object.entries(properties).map(([id, value]) => ({ id, value })),
  };
}
