/** Something wrong with a single cell, beyond what the spreads give. */
export interface Defect {
  characteristic: string;
  /** Where it is measured, if the characteristic is at several stations. */
  station?: string;
  side: 'low' | 'high';
  /** Share of all cells. */
  rate: number;
  /** Of those: share that is a false alarm of the gauge, and share that rework mends. The rest is lost. */
  falseAlarm: number;
  mended: number;
  note?: string;
}
