import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { type SpecOptions } from '../limits/columnLimits';

/** Spec limits for data that brings none. */
export function addSpecOptions<T extends SpecOptions>(b: PanelOptionsEditorBuilder<T>, category: string[]) {
  b.addNumberInput({ path: 'lsl', name: 'Lower spec limit', description: 'For data that brings none', category })
    .addNumberInput({ path: 'target', name: 'Target', category })
    .addNumberInput({ path: 'usl', name: 'Upper spec limit', category });
}
