import { type Limits, type Observations } from '@cellthread/chart';
import { type DataFrame, type Field } from '@grafana/data';

/** What any drawing of the single values of cells reads: the rows in process order, and the fields they came from. */
export interface CellValues {
  frame: DataFrame;
  value: Field;
  time: Field | undefined;
  id: (row: number) => string;
  /** Row of the frame behind a row of the observations. */
  sourceRow: (row: number) => number;
  /** Without subgroups and phases: `labels` makes them of the columns that a panel means by them. */
  obs: Observations;
  limits: Limits;
  /** Text of the datasource's own signals for a row, empty for none. */
  reported: ((row: number) => string) | undefined;
  /**
   * One text a row from those of the columns that the frame has, as `labelColumn` makes it; `null` where it has none.
   */
  labels: (columns: readonly string[], named?: boolean) => ((row: number) => string) | null;
  /** Things worth a notice: rows left out, a frame not used. */
  notes: string[];
}
