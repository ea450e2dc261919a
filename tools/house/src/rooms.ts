import path from 'node:path';
import { type Arrows } from './Arrows';
import { backUp } from './backUp';

/** A folder and what stands in it. */
export interface Room {
  name: string;
  files: number;
  medianLines: number;
  mostLines: number;
  /** Between files of the room, and those of them that run back up. */
  arrows: number;
  backUp: [from: string, to: string][];
}

/** One room a folder; `lines` counts those of a file. */
export function roomsOf(arrows: Arrows, lines: (file: string) => number): Room[] {
  const folders = new Map<string, string[]>();
  for (const file of arrows.keys()) {
    const folder = path.dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].map(([name, files]) => room(name, files, arrows, lines)).sort((a, b) => b.files - a.files);
}

/** All files as if they stood in one room: what a row of totals says. */
export function total(name: string, arrows: Arrows, lines: (file: string) => number): Room {
  const rooms = roomsOf(arrows, lines);
  const sum = (of: (r: Room) => number) => rooms.reduce((n, r) => n + of(r), 0);
  const up = rooms.flatMap((r) => r.backUp);
  return { ...sizes(name, [...arrows.keys()], lines), arrows: sum((r) => r.arrows), backUp: up };
}

function room(name: string, files: readonly string[], arrows: Arrows, lines: (file: string) => number): Room {
  const here = new Set(files);
  const within = new Map(files.map((file) => [file, arrows.get(file)!.filter((to) => here.has(to) && to !== file)]));
  const count = [...within.values()].reduce((n, targets) => n + targets.length, 0);
  return { ...sizes(name, files, lines), arrows: count, backUp: backUp(within) };
}

function sizes(name: string, files: readonly string[], lines: (file: string) => number) {
  const sorted = files.map(lines).sort((a, b) => a - b);
  return {
    name,
    files: files.length,
    medianLines: sorted[Math.floor(sorted.length / 2)] ?? 0,
    mostLines: sorted.at(-1) ?? 0,
  };
}
