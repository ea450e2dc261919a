import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { defaults } from './defaults';
import { type TravelerOptions } from './TravelerOptions';

/** Which parts are shown, and where links lead. */
export function panelOptions(builder: PanelOptionsEditorBuilder<TravelerOptions>): void {
  const category = ['Traveler'];
  builder
    .addBooleanSwitch({ path: 'showRoute', name: 'Route', category, defaultValue: defaults.showRoute })
    .addBooleanSwitch({
      path: 'showCharacteristics',
      name: 'Measured values',
      category,
      defaultValue: defaults.showCharacteristics,
    })
    .addBooleanSwitch({
      path: 'showGenealogy',
      name: 'Materials and origin',
      category,
      defaultValue: defaults.showGenealogy,
    })
    .addBooleanSwitch({
      path: 'showEnvironment',
      name: 'Environment',
      category,
      defaultValue: defaults.showEnvironment,
    })
    .addBooleanSwitch({ path: 'showEvents', name: 'Events', category, defaultValue: defaults.showEvents })
    .addTextInput({
      path: 'characteristicLink',
      name: 'Address of a characteristic’s chart',
      description: '${station}, ${characteristic}, ${from} and ${to} are filled in; empty for no link',
      category,
      defaultValue: defaults.characteristicLink,
    });
}
