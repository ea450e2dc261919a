/**
 * Options of a stat panel that shows the last row of some fields. A missing value of that row is shown as missing: the
 * last value that there is may be of another cell.
 */
export function valueStat(field: string, background = false): Record<string, unknown> {
  return {
    reduceOptions: { values: false, calcs: ['last'], fields: `/^(${field})$/` },
    orientation: 'auto',
    textMode: 'value',
    colorMode: background ? 'background' : 'value',
    graphMode: 'none',
    justifyMode: 'auto',
    wideLayout: true,
    showPercentChange: false,
    percentChangeColorMode: 'standard',
  };
}
