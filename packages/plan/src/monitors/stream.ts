import type { Equipment } from '../types';

/** A place where something is measured: a line, a machine, or one of its positions; `''` where that is not told apart. */
export interface Stream {
  line: string;
  equipment: string;
  position: string;
}

/** The streams of machines: each line, each machine with its positions together, and each of them. */
export function streamsOf(machines: readonly Equipment[]): Stream[] {
  const lines = [...new Set(machines.map(({ line }) => line))].map((line) => ({ line, equipment: '', position: '' }));
  const parts = machines.flatMap(({ line, id, positions }) =>
    ['', ...positions].map((position) => ({ line, equipment: id, position }))
  );
  return [...lines, ...parts];
}

/** Machines and their positions, without lines. */
const machinesOf = (streams: readonly Stream[]) => streams.filter(({ equipment }) => equipment !== '');

/** Whether a stream is a machine of which positions are told apart. */
export const isParted = (streams: readonly Stream[], { line, equipment, position }: Stream): boolean =>
  position === '' && streams.some((of) => of.line === line && of.equipment === equipment && of.position !== '');

/** Whether a stream is all that is measured on a line: the line's own, or that of its only machine. */
export function isWhole(streams: readonly Stream[], { line, equipment, position }: Stream): boolean {
  if (position !== '') {
    return false;
  }
  const machines = new Set(machinesOf(streams).flatMap((of) => (of.line === line ? [of.equipment] : [])));
  return (equipment === '') === (machines.size !== 1);
}

/** The fewest streams whose median says what all of them share. */
const leastSisters = 4;

/** Those of which none is told apart any further. */
function finest(streams: readonly Stream[]): Stream[] {
  const parted = new Set(streams.filter(({ position }) => position !== '').map(({ equipment }) => equipment));
  return streams.filter(({ equipment, position }) => position !== '' || !parted.has(equipment));
}

function partedBy<T>(streams: readonly T[], key: (stream: T) => string): T[][] {
  const parts = new Map<string, T[]>();
  for (const stream of streams) {
    parts.set(key(stream), [...(parts.get(key(stream)) ?? []), stream]);
  }
  return [...parts.values()];
}

/** Whether streams are too few for a median: each pair of them is judged. */
export const areTwins = ({ length }: readonly Stream[]): boolean => length < leastSisters;

/**
 * Groups whose members do the same at the same time from the same lots: the positions of a machine that has at least four; and the
 * machines of a line, if they are two. Machines with fewer positions stand in the second by their positions. What has no group is
 * not returned.
 */
export function sistersOf(streams: readonly Stream[]): Stream[][] {
  const machines = partedBy(finest(machinesOf(streams)), ({ equipment }) => equipment);
  const many = machines.filter((positions) => positions.length >= leastSisters);
  const ofLine = machines.flatMap((positions) =>
    positions.length >= leastSisters ? [{ ...positions[0]!, position: '' }] : positions
  );
  return [...many, ...partedBy(ofLine, ({ line }) => line).filter(({ length }) => length > 1)];
}

/** Whether machines of a station are parallel somewhere, or their positions are. */
export const areParallel = (machines: readonly Equipment[]): boolean =>
  partedBy(machines, ({ site }) => site).some((ofSite) => sistersOf(streamsOf(ofSite)).length > 0);

/** Streams that may be expected to have the same share: the machines of a line, and their positions. */
export function alikeOf(streams: readonly Stream[]): Stream[][] {
  return partedBy(machinesOf(streams), ({ line, position }) => `${line} ${position === '' ? '' : '*'}`);
}

/**
 * Groups that are held against their lots before: where the lot is the item itself each machine, and the positions of one; where it
 * is a material, which may be on several machines at once, each line.
 */
export function lotGroupsOf(streams: readonly Stream[], lots: 'item' | 'material' | undefined): Stream[][] {
  if (lots !== 'item') {
    return lots ? streams.filter(({ equipment }) => equipment === '').map((line) => [line]) : [];
  }
  return partedBy(machinesOf(streams), ({ equipment }) => equipment).flatMap(([machine, ...positions]) =>
    positions.length > 1 ? [[machine!], positions] : [[machine!]]
  );
}
