import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { columnDefaults, type ColumnOptions } from '../values/ColumnOptions';
import { columnChoices } from './several';

const category = ['Columns'];

/**
 * Which columns are the value, its time and its cell, and which tell streams apart.
 *
 * @param strata name of the option of streams, and what a stream means in this panel
 */
export function addColumnOptions<T extends ColumnOptions>(
  b: PanelOptionsEditorBuilder<T>,
  strata: { name: string; description: string }
) {
  b.addFieldNamePicker({ path: 'valueField', name: 'Value', description: 'First number column where empty', category })
    .addFieldNamePicker({ path: 'timeField', name: 'Time', category })
    .addFieldNamePicker({
      path: 'idField',
      name: 'Cell or item',
      description: 'cell_id, item_id, serial where empty',
      category,
    })
    .addMultiSelect({
      path: 'strata',
      ...strata,
      category,
      defaultValue: columnDefaults.strata,
      settings: { options: [], getOptions: columnChoices },
    })
    .addBooleanSwitch({
      path: 'splitByLimits',
      name: 'Tell streams with different limits apart',
      description: 'Equipment or positions that the plan gives limits of their own',
      category,
      defaultValue: columnDefaults.splitByLimits,
      showIf: (o) => (o.strata ?? []).length === 0,
    })
    .addTextInput({
      path: 'only',
      name: 'Only this one',
      description: 'For instance nozzle-4, or ${position}',
      category,
      defaultValue: columnDefaults.only,
    });
}
