import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import { events } from '../kinds/events/events';
import type { CellsQuery } from '../query';
import { AnnotationEditor } from './AnnotationEditor';

/** What usually explains a change in a chart. */
const DEFAULT_KINDS = ['hold', 'tool-change', 'changeover', 'maintenance', 'calibration', 'limit-change'];

const target = { ...events.defaults, kinds: DEFAULT_KINDS, queryType: events.id, refId: 'Anno' };

/**
 * Events as annotations. The answer has the columns that Grafana reads by name (time, timeEnd, title, text, tags, id), so
 * Grafana's own mapping does the rest, and may be changed by the user.
 */
export const eventAnnotations: AnnotationSupport<CellsQuery> = {
  QueryEditor: AnnotationEditor,
  getDefaultQuery: () => ({ ...target }),
  prepareAnnotation: (annotation: AnnotationQuery<CellsQuery>) => ({
    ...annotation,
    target: { ...target, ...annotation.target, queryType: events.id },
  }),
  prepareQuery: (annotation) => ({ ...target, ...annotation.target, queryType: events.id, refId: 'Anno' }),
};
