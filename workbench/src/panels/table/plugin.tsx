import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { TableCellDisplayMode, TableCellHeight, TableCellTooltipPlacement } from '@grafana/schema';
import { addOwnFields } from '../addOwnFields';
import { TablePanel, type TableOptions } from './TablePanel';

/** The table's own field options under the names by which Grafana 12.4 registers them, with its defaults; overrides of others do nothing. */
const customFields = {
  align: 'auto',
  cellOptions: { type: TableCellDisplayMode.Auto },
  width: undefined,
  minWidth: undefined,
  filterable: false,
  inspect: false,
  wrapHeaderText: false,
  wrapText: false,
  'hideFrom.viz': false,
  'footer.reducers': [],
  'tooltip.field': undefined,
  'tooltip.placement': TableCellTooltipPlacement.Auto,
  styleField: undefined,
};

export const plugin = new PanelPlugin<TableOptions>(TablePanel)
  .useFieldConfig({
    standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.Thresholds } } },
    useCustomConfig: (builder) => addOwnFields(builder, customFields),
  })
  .setPanelOptions((builder) =>
    builder
      .addBooleanSwitch({ path: 'showHeader', name: 'Show table header', defaultValue: true })
      .addTextInput({ path: 'cellHeight', name: 'Cell height', defaultValue: TableCellHeight.Sm })
      .addNumberInput({ path: 'frameIndex', name: 'Frame', defaultValue: 0 })
  );
