import { several } from '@cellthread/panelkit';
import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { actionKinds } from './actions/actions';
import { defaults } from './defaults';
import { columns } from './read/Worklist';
import { english } from './words/english';
import { type WorklistOptions } from './WorklistOptions';

/** Which list, what is offered, what its rows say, and where links lead. */
export function panelOptions(builder: PanelOptionsEditorBuilder<WorklistOptions>): void {
  const category = ['Worklist'];
  const choices = <T extends string>(ids: readonly T[], names: Readonly<Record<T, string>>) =>
    several(ids.map((value) => ({ value, label: names[value] })));
  builder
    .addRadio({
      path: 'list',
      name: 'List',
      category,
      defaultValue: defaults.list,
      settings: {
        options: [
          { value: 'auto', label: 'As the data' },
          { value: 'signals', label: 'Signals' },
          { value: 'holds', label: 'Holds' },
          { value: 'lines', label: 'Lines' },
          { value: 'values', label: 'Values to enter' },
          { value: 'changes', label: 'Changes to approve' },
        ],
      },
    })
    .addMultiSelect({
      path: 'actions',
      name: 'Actions',
      description: 'What is offered, to whoever may do it',
      category,
      defaultValue: defaults.actions,
      settings: { options: choices(actionKinds, english.actions) },
    })
    .addMultiSelect({
      path: 'columns',
      name: 'Columns',
      category,
      defaultValue: defaults.columns,
      settings: { options: choices(columns, english.columns) },
    })
    .addRadio({
      path: 'language',
      name: 'Language',
      category,
      defaultValue: defaults.language,
      settings: {
        options: [
          { value: 'auto', label: 'As the page' },
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ],
      },
    })
    .addTextInput({
      path: 'cellLink',
      name: 'Address of the traveler',
      description: '${cell} stands for the item; empty for no link',
      category,
      defaultValue: defaults.cellLink,
    })
    .addTextInput({
      path: 'characteristicLink',
      name: 'Address of a characteristic’s chart',
      description: '${station}, ${characteristic}, ${from} and ${to} are filled in; empty for no link',
      category,
      defaultValue: defaults.characteristicLink,
    });
}
