import { css } from '@emotion/css';
import { useMemo } from 'react';
import { cacheFieldDisplayNames, getFrameDisplayName, type DataFrame, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { DashboardCursorSync, type TableCellHeight, type TableSortByFieldState } from '@grafana/schema';
import { Combobox, usePanelContext } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';

export interface TableOptions {
  showHeader: boolean;
  cellHeight: TableCellHeight;
  frameIndex: number;
  sortBy?: TableSortByFieldState[];
  enablePagination?: boolean;
  frozenColumns?: { left?: number };
}

const SELECT_HEIGHT = 40;

/** A column hidden from the view still serves links and transformations. */
const visible = (frame: DataFrame): DataFrame => ({
  ...frame,
  fields: frame.fields.filter(({ config }) => !config.custom?.hideFrom?.viz),
});

/** Stand-in for Grafana's table panel, on the same table. */
export function TablePanel(props: PanelProps<TableOptions>) {
  const { data, options, width, height, id, fieldConfig, onOptionsChange, timeRange, transparent } = props;
  const { onAddAdHocFilter, sync } = usePanelContext();
  const frames = useMemo(() => {
    // The table reads the names that overrides gave from this cache.
    cacheFieldDisplayNames(data.series);
    return data.series;
  }, [data.series]);
  const index = Math.min(options.frameIndex ?? 0, frames.length - 1);
  const frame = frames[index];
  // Grafana's own shows a frame without rows as a header over nothing: noValue stands only where no frame came.
  if (!frame || frames.every(({ fields }) => !fields.length)) {
    return <PanelDataErrorView panelId={id} fieldConfig={fieldConfig} data={data} />;
  }
  const several = frames.length > 1;
  const table = (
    <TableNG
      data={visible(frame)}
      width={width}
      height={several ? height - SELECT_HEIGHT : height}
      noHeader={!options.showHeader}
      showTypeIcons={false}
      resizable
      sortBy={options.sortBy}
      cellHeight={options.cellHeight}
      enablePagination={options.enablePagination}
      frozenColumns={options.frozenColumns?.left}
      onCellFilterAdded={onAddAdHocFilter}
      enableSharedCrosshair={sync?.() !== DashboardCursorSync.Off}
      timeRange={timeRange}
      fieldConfig={fieldConfig}
      structureRev={data.structureRev}
      transparent={transparent}
    />
  );
  return several ? (
    <div className={css({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      {table}
      <Combobox
        aria-label="Table"
        options={frames.map((one, value) => ({ value, label: getFrameDisplayName(one, value) }))}
        value={index}
        onChange={({ value }) => onOptionsChange({ ...options, frameIndex: value })}
      />
    </div>
  ) : (
    table
  );
}
