import { type CellValues, type Charting } from '@cellthread/panelkit';
import { type Field } from '@grafana/data';

/** What the panel draws from: the values of cells, in the subgroups and phases of their chart. */
export interface ChartInput extends CellValues {
  charting: Charting;
  /** How the points of the chart are written: the field of the values, and of charts of counts one of shares or numbers. */
  written: Field;
}
