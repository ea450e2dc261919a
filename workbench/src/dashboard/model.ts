import type {
  AnnotationQuery,
  DataQuery,
  DataSourceRef,
  DataTransformerConfig,
  FieldConfigSource,
} from '@grafana/data';
import type { DashboardCursorSync, VariableModel } from '@grafana/schema';

/** A panel of the classic dashboard JSON; rows carry their collapsed panels. */
export interface PanelModel {
  id: number;
  type: string;
  title?: string;
  description?: string;
  gridPos?: { x: number; y: number; w: number; h: number };
  datasource?: DataSourceRef | null;
  targets?: DataQuery[];
  options?: object;
  fieldConfig?: FieldConfigSource;
  transformations?: DataTransformerConfig[];
  transparent?: boolean;
  pluginVersion?: string;
  maxDataPoints?: number | null;
  interval?: string | null;
  timeFrom?: string | null;
  timeShift?: string | null;
  hideTimeOverride?: boolean;
  links?: Array<{ title: string; url: string; targetBlank?: boolean }>;
  repeat?: string;
  repeatDirection?: 'h' | 'v';
  maxPerRow?: number;
  collapsed?: boolean;
  panels?: PanelModel[];
}

/** A link in the dashboard's bar: to an address, or to all dashboards with the tags. */
export interface DashboardLinkModel {
  type: 'link' | 'dashboards';
  title: string;
  url?: string;
  icon?: string;
  tooltip?: string;
  tags: string[];
  asDropdown?: boolean;
  includeVars?: boolean;
  keepTime?: boolean;
  targetBlank?: boolean;
}

/** Classic dashboard JSON, as far as the workbench draws it. */
export interface DashboardModel {
  uid: string;
  title: string;
  description?: string;
  tags?: string[];
  timezone?: string;
  time?: { from: string; to: string };
  refresh?: string | false;
  graphTooltip?: DashboardCursorSync;
  timepicker?: { hidden?: boolean; refresh_intervals?: string[]; nowDelay?: string };
  panels?: PanelModel[];
  links?: DashboardLinkModel[];
  templating?: { list?: VariableModel[] };
  annotations?: { list?: Array<AnnotationQuery & { builtIn?: number; hide?: boolean }> };
}
