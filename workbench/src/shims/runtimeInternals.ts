// What Grafana core takes from @grafana/runtime's internals: by file, for the package does not export them. All of them
// stand here, so that an upgrade breaks in one place.
import type { ComponentType } from 'react';
import type { DataSourceInstanceSettings } from '@grafana/data';
import type { PanelDataErrorViewProps } from '@grafana/runtime';
// @ts-expect-error not in the package's exports
import * as errorView from '../../node_modules/@grafana/runtime/dist/esm/components/PanelDataErrorView.mjs';
// @ts-expect-error not in the package's exports
import * as settings from '../../node_modules/@grafana/runtime/dist/esm/services/dataSource/settings.mjs';
// @ts-expect-error not in the package's exports
import * as picker from '../../node_modules/@grafana/runtime/dist/esm/components/DataSourcePicker.mjs';

export const setPanelDataErrorView: (view: ComponentType<PanelDataErrorViewProps>) => void =
  errorView.setPanelDataErrorView;

export const initDataSourceInstanceSettings: (
  settings: Record<string, DataSourceInstanceSettings>,
  defaultName: string
) => void = settings.initDataSourceInstanceSettings;

export const setDataSourcePicker: (component: ComponentType<never>) => void = picker.setDataSourcePicker;
