import { type CellValues, type Charting } from '@cellthread/panelkit';

/** What the panel draws from: the values of cells, in the subgroups and phases of their chart. */
export interface ChartInput extends CellValues {
  charting: Charting;
}
