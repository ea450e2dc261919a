import { FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { ControlChartPanel } from './ControlChartPanel';
import { type ControlChartOptions } from './ControlChartOptions';
import { panelOptions } from './panelOptions';
import { suggestions } from './suggestions';

export const plugin = new PanelPlugin<ControlChartOptions>(ControlChartPanel)
  .useFieldConfig({
    disableStandardOptions: [FieldConfigProperty.Thresholds, FieldConfigProperty.Mappings],
  })
  .setPanelOptions(panelOptions)
  .setDataSupport({ annotations: true, alertStates: false })
  .setSuggestionsSupplier(suggestions);
