import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { LegendDisplayMode, SortOrder, TooltipDisplayMode } from '@grafana/schema';
import { TimeSeriesPanel, type TimeSeriesOptions } from './TimeSeriesPanel';
import { addOwnFields } from '../addOwnFields';
import { customFields } from './customFields';

export const plugin = new PanelPlugin<TimeSeriesOptions>(TimeSeriesPanel)
  .setDataSupport({ annotations: true, alertStates: true })
  .useFieldConfig({
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: true, bySeriesSupport: true, preferThresholdsMode: false },
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
    },
    useCustomConfig: (builder) => addOwnFields(builder, customFields),
  })
  .setPanelOptions((builder) =>
    builder
      .addTextInput({ path: 'legend.displayMode', name: 'Legend mode', defaultValue: LegendDisplayMode.List })
      .addTextInput({ path: 'legend.placement', name: 'Legend placement', defaultValue: 'bottom' as never })
      .addTextInput({ path: 'legend.calcs', name: 'Legend values', defaultValue: [] as never })
      .addBooleanSwitch({ path: 'legend.showLegend', name: 'Legend', defaultValue: true })
      .addTextInput({ path: 'tooltip.mode', name: 'Tooltip mode', defaultValue: TooltipDisplayMode.Single })
      .addTextInput({ path: 'tooltip.sort', name: 'Values sort order', defaultValue: SortOrder.None })
  );
