import { type Numbers } from '../model/Numbers';
import { gather } from './gather';
import { type Observations } from './Observations';
import { listed, type Points } from './Points';
import { type Rows } from './Rows';

export interface PointRules {
  /** Longest pause in ms that a line or a subgroup may bridge. */
  maxGap: number;
  /** Individuals: every row a point. Else rows are gathered into subgroups. */
  individuals: boolean;
  /** Rows a subgroup holds at most; `null`: as many as share its key. Needed where there is no key. */
  size: number | null;
  /** Neighbouring subgroups become one until they hold so many rows, unless a phase or a pause lies between. */
  least?: number;
}

/**
 * Gathers a stream's rows into points. A subgroup is closed when it is full, when its phase changes or when its own
 * rows pause for longer than `maxGap`; subgroups stand in the order in which they were completed. A counted subgroup
 * that is still filling at the end of the data is no point yet, since its mean would move with every row: it stands
 * apart.
 */
export function formPoints(obs: Observations, streamRows: Rows, rules: PointRules): Points {
  return rules.individuals
    ? individuals(obs, streamRows, rules.maxGap)
    : subgroups(obs, listed(streamRows, obs.n), rules);
}

/** Every row that takes part is a point. Typed arrays only: a million rows are the common case. */
function individuals(obs: Observations, streamRows: Rows, maxGap: number): Points {
  const { excluded: reason, phase, time } = obs;
  if (!reason && !phase) {
    const count = streamRows === 'all' ? obs.n : streamRows.length;
    const breaks = time ? pausesOf(gather(time, streamRows), maxGap) : startOf(count);
    return { rows: streamRows, offsets: null, breaks, excluded: new Int32Array(0), partial: [] };
  }
  const all = listed(streamRows, obs.n);
  const rows = new Int32Array(all.length);
  const breaks = new Uint8Array(all.length);
  const excluded: number[] = [];
  let count = 0;
  let cut = true;
  let before = 0;
  let phaseBefore = '';
  for (let k = 0; k < all.length; k++) {
    const row = all[k]!;
    if (reason?.(row)) {
      excluded.push(row);
      cut = true;
      continue;
    }
    const now = phase ? phase(row) : '';
    breaks[count] = cut || now !== phaseBefore || (time !== null && time[row]! - time[before]! > maxGap) ? 1 : 0;
    rows[count++] = row;
    before = row;
    phaseBefore = now;
    cut = false;
  }
  return {
    rows: rows.subarray(0, count),
    offsets: null,
    breaks: breaks.subarray(0, count),
    excluded: Int32Array.from(excluded),
    partial: [],
  };
}

function startOf(count: number): Uint8Array {
  const breaks = new Uint8Array(count);
  breaks.fill(1, 0, 1);
  return breaks;
}

/** Breaks of points that only pauses keep apart. */
function pausesOf(time: Numbers, maxGap: number): Uint8Array {
  const breaks = startOf(time.length);
  for (let i = 1; i < time.length; i++) {
    if (time[i]! - time[i - 1]! > maxGap) {
      breaks[i] = 1;
    }
  }
  return breaks;
}

function subgroups(obs: Observations, streamRows: Int32Array, rules: PointRules): Points {
  const excluded: number[] = [];
  const points: number[][] = [];
  const open = new Map<string, number[]>();
  const size = obs.subgroup === null ? (rules.size ?? 1) : rules.size;
  for (const row of streamRows) {
    if (obs.excluded?.(row)) {
      excluded.push(row);
      continue;
    }
    const key = obs.subgroup?.(row) ?? '';
    let group = open.get(key);
    if (group && separated(obs, group[group.length - 1]!, row, rules.maxGap)) {
      points.push(group);
      group = undefined;
    }
    if (group) {
      group.push(row);
    } else {
      group = [row];
      open.set(key, group);
    }
    if (size !== null && group.length >= size) {
      points.push(group);
      open.delete(key);
    }
  }
  const byLastRow = (a: readonly number[], b: readonly number[]) => a[a.length - 1]! - b[b.length - 1]!;
  const counted = rules.size !== null || obs.subgroup === null;
  if (!counted) {
    points.push(...open.values());
  }
  points.sort(byLastRow);
  const partial = counted ? [...open.values()].sort(byLastRow).map((rows) => Int32Array.from(rows)) : [];
  const whole = rules.least === undefined ? { points, left: [] } : merged(obs, points, rules.maxGap, rules.least);
  return {
    ...pack(obs, whole.points, rules.maxGap),
    excluded: Int32Array.from(excluded),
    partial: [...whole.left.map((rows) => Int32Array.from(rows)), ...partial],
  };
}

/** Subgroups of at least so many rows, and what is left at the end of the data. What a pause or a phase parts stays as small as it is. */
function merged(
  obs: Observations,
  points: readonly number[][],
  maxGap: number,
  least: number
): { points: number[][]; left: number[][] } {
  const out: number[][] = [];
  let open: number[] = [];
  for (const point of points) {
    if (open.length > 0 && separated(obs, open[open.length - 1]!, point[0]!, maxGap)) {
      out.push(open);
      open = [];
    }
    open = [...open, ...point];
    if (open.length >= least) {
      out.push(open);
      open = [];
    }
  }
  return { points: out, left: open.length > 0 ? [open] : [] };
}

function pack(
  obs: Observations,
  points: readonly number[][],
  maxGap: number
): Pick<Points, 'rows' | 'offsets' | 'breaks'> {
  const offsets = new Int32Array(points.length + 1);
  const breaks = new Uint8Array(points.length);
  let last = -1;
  points.forEach((point, i) => {
    offsets[i + 1] = offsets[i]! + point.length;
    breaks[i] = last < 0 || separated(obs, last, point[0]!, maxGap) ? 1 : 0;
    last = point[point.length - 1]!;
  });
  const rows = new Int32Array(offsets[points.length]!);
  points.forEach((point, i) => rows.set(point, offsets[i]!));
  return { rows, offsets, breaks };
}

/** Whether nothing may be carried from one row to a later one: other phase, or too long a pause. */
function separated(obs: Observations, before: number, after: number, maxGap: number): boolean {
  if (obs.phase && obs.phase(before) !== obs.phase(after)) {
    return true;
  }
  return obs.time !== null && obs.time[after]! - obs.time[before]! > maxGap;
}
