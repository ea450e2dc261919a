import { FieldType, VisualizationSuggestionScore, type VisualizationSuggestionsSupplier } from '@grafana/data';
import { type TravelerOptions } from './TravelerOptions';

/** Proposes the panel for the several frames of a traveler query. */
export const suggestions: VisualizationSuggestionsSupplier<TravelerOptions> = (summary) => {
  if (!summary.hasData || summary.frameCount < 3 || !summary.hasFieldType(FieldType.string)) {
    return;
  }
  return [{ name: 'Traveler', score: VisualizationSuggestionScore.OK }];
};
