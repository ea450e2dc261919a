import { FieldColorModeId, FieldConfigProperty, PanelPlugin, VizOrientation } from '@grafana/data';
import { BigValueColorMode, BigValueGraphMode, BigValueJustifyMode, BigValueTextMode } from '@grafana/ui';
import { StatPanel, type StatOptions } from './StatPanel';

export const plugin = new PanelPlugin<StatOptions>(StatPanel)
  .useFieldConfig({
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: true, bySeriesSupport: true, preferThresholdsMode: true },
        defaultValue: { mode: FieldColorModeId.Thresholds },
      },
    },
  })
  .setPanelOptions((builder) =>
    builder
      .addTextInput({ path: 'reduceOptions.calcs', name: 'Calculation', defaultValue: ['lastNotNull'] as never })
      .addBooleanSwitch({ path: 'reduceOptions.values', name: 'Show all values', defaultValue: false })
      .addTextInput({ path: 'reduceOptions.fields', name: 'Fields', defaultValue: '' })
      .addTextInput({ path: 'orientation', name: 'Orientation', defaultValue: VizOrientation.Auto })
      .addTextInput({ path: 'textMode', name: 'Text mode', defaultValue: BigValueTextMode.Auto })
      .addTextInput({ path: 'colorMode', name: 'Color mode', defaultValue: BigValueColorMode.Value })
      .addTextInput({ path: 'graphMode', name: 'Graph mode', defaultValue: BigValueGraphMode.Area })
      .addTextInput({ path: 'justifyMode', name: 'Text alignment', defaultValue: BigValueJustifyMode.Auto })
      .addBooleanSwitch({ path: 'wideLayout', name: 'Wide layout', defaultValue: true })
  );
