import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { panelOptions } from './panelOptions';
import { suggestions } from './suggestions';
import { TravelerPanel } from './TravelerPanel';
import { type TravelerOptions } from './TravelerOptions';

export const plugin = new PanelPlugin<TravelerOptions>(TravelerPanel)
  .useFieldConfig({
    disableStandardOptions: [
      FieldConfigProperty.Thresholds,
      FieldConfigProperty.Mappings,
      FieldConfigProperty.Color,
      FieldConfigProperty.Min,
      FieldConfigProperty.Max,
      FieldConfigProperty.NoValue,
    ],
  })
  .setPanelOptions(panelOptions)
  .setSuggestionsSupplier(suggestions);
