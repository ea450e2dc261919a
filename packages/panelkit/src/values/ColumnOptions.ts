/** Which columns a panel reads; empty texts and lists leave the choice to it. */
export interface ColumnOptions {
  valueField: string;
  timeField: string;
  idField: string;
  /** Columns whose values are streams of their own. */
  strata: string[];
  /** Without `strata`: whether streams whose limits in the plan differ are told apart. */
  splitByLimits: boolean;
  /** The one stream that is read; all where empty. */
  only: string;
}

export const columnDefaults: ColumnOptions = {
  valueField: '',
  timeField: '',
  idField: '',
  strata: [],
  splitByLimits: true,
  only: '',
};
