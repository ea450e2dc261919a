import type { DataSourceInstanceSettings } from '@grafana/data';
import type { DataSourcePickerProps } from '@grafana/runtime';
import { Combobox } from '@grafana/ui';
import { datasourceSrv } from './datasourceSrv';

/** Chooses among the datasources that the given properties admit. */
export function DatasourcePicker({
  current,
  onChange,
  filter,
  pluginId,
  type,
  metrics,
  alerting,
  disabled,
}: DataSourcePickerProps) {
  const list = datasourceSrv.getList({ filter, pluginId, type, metrics, alerting, variables: true });
  const uid = typeof current === 'string' ? current : current?.uid;
  return (
    <Combobox
      aria-label="Select a data source"
      data-testid="data-testid Select a data source"
      disabled={disabled}
      options={list.map(({ uid: value, name }) => ({ value, label: name }))}
      value={uid ?? null}
      onChange={({ value }) => onChange(list.find((one) => one.uid === value) as DataSourceInstanceSettings)}
    />
  );
}
