import { FieldType, VisualizationSuggestionScore, type VisualizationSuggestionsSupplier } from '@grafana/data';
import { type ControlChartOptions } from './ControlChartOptions';

/** Proposes the panel for a table of single values over time. */
export const suggestions: VisualizationSuggestionsSupplier<ControlChartOptions> = (summary) => {
  if (!summary.hasData || !summary.hasFieldType(FieldType.number) || !summary.hasFieldType(FieldType.time)) {
    return;
  }
  return [
    {
      name: 'Control chart (I-MR)',
      score: summary.frameCount <= 3 ? VisualizationSuggestionScore.Good : VisualizationSuggestionScore.OK,
      cardOptions: {
        previewModifier: (s) => {
          s.options = { ...s.options, showStatistics: false, showDispersion: false };
        },
        maxRows: 500,
      },
    },
  ];
};
