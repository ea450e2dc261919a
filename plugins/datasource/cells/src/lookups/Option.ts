/** A value that the backend offers for a field of a query. */
export interface Option {
  value: string;
  label?: string;
  /** False for what was stored without being in the control plan. */
  planned?: boolean;
  description?: string;
  station?: string;
  /** What a station works on. */
  item?: string;
  unit?: string;
  type?: string;
}
