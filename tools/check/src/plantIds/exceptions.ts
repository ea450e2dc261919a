/** An id of a plant that is also a general word, with why; below a folder, or everywhere. */
export interface Exception {
  id: string;
  below?: string;
  why: string;
}

export const exceptions: Exception[] = [
  { id: 'module', why: 'a kind of item' },
  { id: 'pack', why: 'a kind of item' },
  { id: 'stacking', below: 'workbench/src/panels/timeseries/', why: 'an option of Grafana’s time series' },
];
