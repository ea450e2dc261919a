let shared = new Int32Array(0);
const buffers = new WeakSet<ArrayBufferLike>();

/** The rows 0 … n − 1, in memory that all charts share: to be read, never written. */
export function firstRows(n: number): Int32Array {
  if (shared.length < n) {
    shared = new Int32Array(n);
    for (let row = 0; row < n; row++) {
      shared[row] = row;
    }
    buffers.add(shared.buffer);
  }
  return shared.subarray(0, n);
}

/** Whether the rows are a part of `firstRows`, and so are neighbours, without looking at each. */
export const areFirstRows = (rows: Int32Array): boolean => buffers.has(rows.buffer);
