import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import { explainingEvents } from '@cellthread/vocabulary';
import { events } from '../kinds/events/events';
import type { CellsQuery } from '../query';
import { AnnotationEditor } from './AnnotationEditor';

const target = { ...events.defaults, kinds: [...explainingEvents], queryType: events.id, refId: 'Anno' };

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
