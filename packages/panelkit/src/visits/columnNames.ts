/** Names under which columns of any datasource are taken without being chosen. */
export const columnNames = {
  time: ['time', 'timestamp', 'datetime'],
  id: ['cell_id', 'item_id', 'serial', 'serial_number', 'id'],
  lsl: ['lsl', 'lower_spec_limit'],
  target: ['target', 'nominal'],
  usl: ['usl', 'upper_spec_limit'],
  centre: ['centre', 'center', 'cl', 'center_line'],
  sigma: ['sigma', 'sigma_within'],
  lcl: ['lcl', 'lower_control_limit'],
  ucl: ['ucl', 'upper_control_limit'],
} as const;

/** Number columns that are never the measured value. */
export const notValues: ReadonlySet<string> = new Set([
  ...Object.values(columnNames).flat(),
  'visit',
  'slot',
  'started_ms',
  'source_ms',
  'received_ms',
]);
