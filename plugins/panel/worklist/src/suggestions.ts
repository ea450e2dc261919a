import { FieldType, VisualizationSuggestionScore, type VisualizationSuggestionsSupplier } from '@grafana/data';
import { type WorklistOptions } from './WorklistOptions';

/** Proposes the panel for tables of texts, of which it may be a list of signals or holds. */
export const suggestions: VisualizationSuggestionsSupplier<WorklistOptions> = (summary) => {
  if (!summary.hasData || !summary.hasFieldType(FieldType.string) || summary.fieldCount < 10) {
    return;
  }
  return [{ name: 'Worklist', score: VisualizationSuggestionScore.OK }];
};
