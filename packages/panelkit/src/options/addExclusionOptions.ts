import { runTypes } from '@cellthread/vocabulary';
import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { type Exclusion, exclusionDefaults, type ExclusionOptions } from '../visits/ExclusionOptions';
import { several } from './several';

/** Which visits are drawn and not counted. */
export function addExclusionOptions<T extends ExclusionOptions>(b: PanelOptionsEditorBuilder<T>, category: string[]) {
  b.addMultiSelect({
    path: 'exclude',
    name: 'Drawn, but not counted',
    category,
    defaultValue: exclusionDefaults.exclude,
    settings: {
      options: several<Exclusion>([
        { value: 'superseded', label: 'superseded messages' },
        { value: 'run-type', label: 'other run types' },
        { value: 'skipped', label: 'skipped visits' },
        { value: 'repeat-visit', label: 'repeat visits' },
      ]),
    },
  }).addMultiSelect({
    path: 'runTypes',
    name: 'Run types that count',
    category,
    defaultValue: exclusionDefaults.runTypes,
    settings: {
      options: several(runTypes.map((value) => ({ value, label: value }))),
    },
  });
}
