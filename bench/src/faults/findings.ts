import { type Truth } from '@cellthread/simulator';
import { type Episode } from './judge';

/** What one run of a fault (or of a case that must stay silent) came to. */
export interface Finding {
  seed: number;
  truth: Truth;
  /** The first that names the fault's own place. */
  named?: Episode;
  /** The others that began while it was there, of its own characteristics and station, and of any other. */
  near: Episode[];
  beside: Episode[];
  /** Those that began before it. */
  before: Episode[];
}

/** Sorts what was told by what was true. */
export function findingOf(seed: number, truth: Truth, told: readonly Episode[], untilMs: number): Finding {
  const during = told.filter(({ firstMs }) => firstMs >= truth.from_ms && firstMs <= untilMs);
  const inOrder = [...during].sort((a, b) => a.firstMs - b.firstMs);
  const named = inOrder.find((episode) => names(episode, truth));
  const near = during.filter(
    (episode) =>
      episode !== named &&
      truth.characteristics.includes(episode.characteristic) &&
      (truth.station === '*' || truth.station === episode.stream.station)
  );
  return {
    seed,
    truth,
    named,
    near,
    beside: during.filter((episode) => episode !== named && !near.includes(episode)),
    before: told.filter(({ firstMs }) => firstMs < truth.from_ms),
  };
}

/**
 * Whether an episode says where the fault is: station, machine and, where the fault sits at one, position; or where it shows, if that
 * is another station.
 */
function names({ stream, characteristic }: Episode, truth: Truth): boolean {
  if (truth.shows?.station === stream.station && truth.shows.characteristics.includes(characteristic)) {
    return truth.line === '*' || truth.line === stream.line;
  }
  return (
    truth.station === stream.station &&
    truth.characteristics.includes(characteristic) &&
    (truth.equipment.length === 0 || truth.equipment.includes(stream.equipment)) &&
    (truth.position === undefined || truth.position === stream.position)
  );
}
