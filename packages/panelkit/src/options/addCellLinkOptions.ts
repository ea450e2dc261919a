import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { cellLinkDefaults, type CellLinkOptions } from '../links/cellLinks';

/** What a click on a point does, and where the traveler is. */
export function addCellLinkOptions<T extends CellLinkOptions>(b: PanelOptionsEditorBuilder<T>) {
  const category = ['Traveler'];
  b.addRadio({
    path: 'click',
    name: 'Click on a point',
    category,
    defaultValue: cellLinkDefaults.click,
    settings: {
      options: [
        { value: 'traveler', label: 'Opens the traveler' },
        { value: 'tooltip', label: 'Holds the tooltip' },
      ],
    },
  }).addTextInput({
    path: 'cellLink',
    name: 'Address of the traveler',
    description: '${cell} stands for the cell; empty for no link',
    category,
    defaultValue: cellLinkDefaults.cellLink,
  });
}
