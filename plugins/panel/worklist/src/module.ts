import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { panelOptions } from './panelOptions';
import { suggestions } from './suggestions';
import { WorklistPanel } from './WorklistPanel';
import { type WorklistOptions } from './WorklistOptions';

export const plugin = new PanelPlugin<WorklistOptions>(WorklistPanel)
  .useFieldConfig({
    disableStandardOptions: [
      FieldConfigProperty.Thresholds,
      FieldConfigProperty.Color,
      FieldConfigProperty.Min,
      FieldConfigProperty.Max,
      FieldConfigProperty.NoValue,
    ],
  })
  .setPanelOptions(panelOptions)
  .setSuggestionsSupplier(suggestions);
