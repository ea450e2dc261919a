/**
 * Rows in the order of their times; rows of equal time keep their order, rows without a time are left out. `null` where
 * the rows stand in order already, so that a million rows are not copied.
 */
export function processOrder(
  time: ArrayLike<number> | null,
  keep: ((row: number) => boolean) | null
): Int32Array | null {
  if (!time && !keep) {
    return null;
  }
  const n = time?.length ?? 0;
  if (!keep && isAscending(time!)) {
    return null;
  }
  let ordered = true;
  const rows: number[] = [];
  let last = -Infinity;
  for (let row = 0; row < n; row++) {
    const t = time![row]!;
    if (Number.isNaN(t) || (keep && !keep(row))) {
      continue;
    }
    ordered &&= t >= last;
    last = t;
    rows.push(row);
  }
  if (ordered && rows.length === n) {
    return null;
  }
  return Int32Array.from(ordered ? rows : rows.sort((a, b) => time![a]! - time![b]! || a - b));
}

function isAscending(time: ArrayLike<number>): boolean {
  let last = -Infinity;
  for (let row = 0; row < time.length; row++) {
    // Also false where a time is missing.
    if (!(time[row]! >= last)) {
      return false;
    }
    last = time[row]!;
  }
  return true;
}
