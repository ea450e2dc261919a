/**
 * Range of each `span` neighbouring values, at the place of the last one. NaN where one of them is missing or excluded
 * or a break lies between them: a moving range never jumps over a hole.
 */
export function movingRanges(values: Float64Array, breaks?: Uint8Array, excluded?: Uint8Array, span = 2): Float64Array {
  const ranges = new Float64Array(values.length).fill(NaN);
  if (span === 2) {
    neighbours(values, ranges, breaks, excluded);
    return ranges;
  }
  let run = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x !== x || excluded?.[i]) {
      run = 0;
      continue;
    }
    run = breaks?.[i] ? 1 : run + 1;
    if (run >= span) {
      let low = x;
      let high = x;
      for (let j = i - span + 1; j < i; j++) {
        const y = values[j]!;
        low = y < low ? y : low;
        high = y > high ? y : high;
      }
      ranges[i] = high - low;
    }
  }
  return ranges;
}

/** The common case without an inner loop: a million points in a few milliseconds. */
function neighbours(values: Float64Array, ranges: Float64Array, breaks?: Uint8Array, excluded?: Uint8Array): void {
  let before = NaN;
  for (let i = 0; i < values.length; i++) {
    const x = excluded !== undefined && excluded[i] ? NaN : values[i]!;
    if (breaks === undefined || !breaks[i]) {
      // NaN of either neighbour carries through.
      ranges[i] = Math.abs(x - before);
    }
    before = x;
  }
}
