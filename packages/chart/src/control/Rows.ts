/** Rows of the observations in process order; `all` of them without an array that counts to a million. */
export type Rows = Int32Array | 'all';
