import { type Observations } from './Observations';

/** The plotted points of a stream: rows of point i are rows[offsets[i]] … rows[offsets[i + 1] - 1], in process order. */
export interface Points {
  rows: Int32Array;
  offsets: Int32Array;
  breaks: Uint8Array;
  /** Rows that take no part. */
  excluded: Int32Array;
}

export interface PointRules {
  /** Longest pause in ms that a line or a subgroup may bridge. */
  maxGap: number;
  /** Individuals: every row a point. Else rows are gathered into subgroups. */
  individuals: boolean;
  /** Rows a subgroup holds at most; `null`: as many as share its key. Needed where there is no key. */
  size: number | null;
}

/**
 * Gathers a stream's rows into points. A subgroup is closed when it is full, when its phase changes or when its own rows
 * pause for longer than `maxGap`; subgroups stand in the order in which they were completed. A counted subgroup that is
 * still filling at the end of the data is held back: its mean would move with every row.
 */
export function formPoints(obs: Observations, streamRows: Int32Array, rules: PointRules): Points {
  const excludedRows: number[] = [];
  const points: number[][] = [];
  const open = new Map<string, number[]>();
  const size = obs.subgroup === null ? (rules.size ?? 1) : rules.size;
  let cut = false;
  const cutBefore = new Set<number>();

  for (const row of streamRows) {
    if (obs.excluded?.(row)) {
      excludedRows.push(row);
      cut = true;
      continue;
    }
    if (rules.individuals) {
      if (cut) {
        cutBefore.add(points.length);
      }
      cut = false;
      points.push([row]);
      continue;
    }
    const key = obs.subgroup?.(row) ?? '';
    const group = open.get(key);
    if (group && !separated(obs, group[group.length - 1]!, row, rules.maxGap)) {
      group.push(row);
    } else {
      if (group) {
        points.push(group);
      }
      open.set(key, [row]);
    }
    const current = open.get(key)!;
    if (size !== null && current.length >= size) {
      points.push(current);
      open.delete(key);
    }
  }
  if (rules.size === null && obs.subgroup !== null) {
    points.push(...open.values());
  }
  if (!rules.individuals) {
    points.sort((a, b) => a[a.length - 1]! - b[b.length - 1]!);
  }
  return pack(obs, points, excludedRows, rules, cutBefore);
}

function pack(
  obs: Observations,
  points: readonly number[][],
  excludedRows: readonly number[],
  rules: PointRules,
  cutBefore: ReadonlySet<number>
): Points {
  const offsets = new Int32Array(points.length + 1);
  const breaks = new Uint8Array(points.length);
  let last = -1;
  points.forEach((point, i) => {
    offsets[i + 1] = offsets[i]! + point.length;
    breaks[i] = last < 0 || cutBefore.has(i) || separated(obs, last, point[0]!, rules.maxGap) ? 1 : 0;
    last = point[point.length - 1]!;
  });
  const rows = new Int32Array(offsets[points.length]!);
  points.forEach((point, i) => rows.set(point, offsets[i]!));
  return { rows, offsets, breaks, excluded: Int32Array.from(excludedRows) };
}

/** Whether nothing may be carried from one row to a later one: other phase, or too long a pause. */
function separated(obs: Observations, before: number, after: number, maxGap: number): boolean {
  if (obs.phase && obs.phase(before) !== obs.phase(after)) {
    return true;
  }
  return obs.time !== null && obs.time[after]! - obs.time[before]! > maxGap;
}
