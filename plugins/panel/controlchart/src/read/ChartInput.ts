import { type Limits, type Observations } from '@cellthread/chart';
import { type Charting } from '@cellthread/panelkit';
import { type DataFrame, type Field } from '@grafana/data';

/** What the panel draws from: the rows in process order, and the fields they came from. */
export interface ChartInput {
  frame: DataFrame;
  value: Field;
  time: Field | undefined;
  id: (row: number) => string;
  /** Row of the frame behind a row of the observations. */
  sourceRow: (row: number) => number;
  obs: Observations;
  limits: Limits;
  charting: Charting;
  /** Text of the datasource's own signals for a row, empty for none. */
  reported: ((row: number) => string) | undefined;
  /** Things worth a notice: rows left out, a frame not used. */
  notes: string[];
}
