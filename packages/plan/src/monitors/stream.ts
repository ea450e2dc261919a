import type { Equipment } from '../types';

/** A place where something is measured: a machine, or one of its positions; `''` where that is not told apart. */
export interface Stream {
  line: string;
  equipment: string;
  position: string;
}

/** The streams of machines: each with its positions together, and each of them. */
export function streamsOf(machines: readonly Equipment[]): Stream[] {
  return machines.flatMap(({ line, id, positions }) =>
    ['', ...positions].map((position) => ({ line, equipment: id, position }))
  );
}

/** The fewest streams whose median says what all of them share. */
const leastSisters = 4;

/** Those of which none is told apart any further. */
function finest(streams: readonly Stream[]): Stream[] {
  const parted = new Set(streams.filter(({ position }) => position !== '').map(({ equipment }) => equipment));
  return streams.filter(({ equipment, position }) => position !== '' || !parted.has(equipment));
}

function partedBy(streams: readonly Stream[], key: (stream: Stream) => string): Stream[][] {
  const parts = new Map<string, Stream[]>();
  for (const stream of streams) {
    parts.set(key(stream), [...(parts.get(key(stream)) ?? []), stream]);
  }
  return [...parts.values()];
}

/**
 * Groups whose members do the same at the same time from the same lots: the positions of a machine that has at least four; and the
 * machines of a line, if they are four. Machines with fewer positions stand in the second by their positions. What has no group is
 * not returned.
 */
export function sistersOf(streams: readonly Stream[]): Stream[][] {
  const machines = partedBy(finest(streams), ({ equipment }) => equipment);
  const many = machines.filter((positions) => positions.length >= leastSisters);
  const ofLine = machines.flatMap((positions) =>
    positions.length >= leastSisters ? [{ ...positions[0]!, position: '' }] : positions
  );
  return [...many, ...partedBy(ofLine, ({ line }) => line).filter(({ length }) => length >= leastSisters)];
}

/** Streams that may be expected to have the same share: the machines of a line, and their positions. */
export function alikeOf(streams: readonly Stream[]): Stream[][] {
  return partedBy(streams, ({ line, position }) => `${line} ${position === '' ? '' : '*'}`);
}
