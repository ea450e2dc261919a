import { MINUTE } from '@cellthread/calendar';
import { type Truth } from '@cellthread/simulator';
import { type Episode } from './judge';
import { type Missed } from './missed';
import { type Records } from './simulate';
import { type Size, sizesOf } from './sizes';
import { visitsAt } from './visitsAt';

/** The first episode that says where a fault is. */
export interface Named {
  episode: Episode;
  /** After the first item concerned: how long, and how many items concerned were measured where it sits until then. */
  minutes: number;
  items: number;
  /** How long before the first item that it brought out of spec, min; absent where none was so far. */
  ahead?: number;
}

/** What one run of a fault (or of a case that must stay silent) came to. */
export interface Finding {
  truth: Omit<Truth, 'cells' | 'detail'>;
  named?: Named;
  /** Others that began while it was there and that are not there without it: of its own characteristics (or verdicts) and station, and elsewhere. */
  near: Episode[];
  beside: Episode[];
  /** Those that begin in that time and are there only without it: other items meet other chances. */
  without: Episode[];
  /** By how much it moves what it moves. */
  sizes: Size[];
  /** Of how many items that was measured where it sits, from the first one concerned on. */
  items: number;
  /** Its rows are those without it: it shows in what is not judged here. */
  alike?: true;
  /** Of a fault that is not named. */
  missed?: Missed;
}

/** A run of a fault beside the same run without it. */
export interface Runs {
  truth: Truth;
  told: readonly Episode[];
  /** What was told without it. */
  calm: readonly Episode[];
  untilMs: number;
  records: Records;
  without: Records;
}

/** Sorts what was told by what was true. */
export function findingOf(runs: Runs): Finding {
  const { told, calm, untilMs } = runs;
  const { cells, detail, ...truth } = runs.truth;
  const parted = { partedMs: truth.from_ms, parts: truth.silent };
  const own = onlyIn(told, calm, parted, untilMs);
  const parts = Array.isArray(detail?.parts) ? (detail.parts as string[]) : [];
  const concerned = new Set([...cells, ...parts]);
  const episode = own.find((e) => names(e, runs.truth, concerned));
  const rest = own.filter((e) => e !== episode);
  const isNear = ({ characteristic, stream }: Episode) =>
    [...truth.characteristics, ''].includes(characteristic) && ['*', stream.station].includes(truth.station);
  return {
    truth,
    named: episode && namedOf(episode, runs, concerned),
    near: rest.filter(isNear),
    beside: rest.filter((e) => !isNear(e)),
    without: onlyIn(calm, told, parted, untilMs),
    sizes: sizesOf(runs),
    items: itemsOf(runs),
  };
}

function itemsOf({ truth, records, untilMs }: Runs): number {
  const fromMs = truth.first?.at_ms ?? truth.from_ms;
  return visitsAt(records, truth).filter(
    ({ timeMs, values }) =>
      timeMs >= fromMs && timeMs <= untilMs && truth.characteristics.some((name) => name in values)
  ).length;
}

function namedOf(episode: Episode, { truth, records }: Runs, concerned: ReadonlySet<string>): Named {
  const { first, first_out_of_spec: bad, from_ms } = truth;
  const fromMs = first?.at_ms ?? from_ms;
  const items = new Set(
    visitsAt(records, truth)
      .filter(({ item, timeMs }) => concerned.has(item) && timeMs >= fromMs && timeMs <= episode.firstMs)
      .map(({ item }) => item)
  );
  return {
    episode,
    minutes: (episode.firstMs - fromMs) / MINUTE,
    items: items.size,
    ahead: bad && (bad.at_ms - episode.firstMs) / MINUTE,
  };
}

/** What one run tells in a time, and another does not; in its order. */
function onlyIn(run: readonly Episode[], other: readonly Episode[], parted: Parted, untilMs: number): Episode[] {
  return run
    .filter((a) => a.firstMs >= parted.partedMs && a.firstMs <= untilMs && !other.some((b) => isSame(a, b, parted)))
    .sort((a, b) => a.firstMs - b.firstMs);
}

/** When two runs parted, and whether a machine and a part of it are one to them, as they are to who asks if anything was told at all. */
interface Parted {
  partedMs: number;
  parts: boolean;
}

/** Whether a stream is another one or a part of it. */
const isPart = ({ stream: { equipment, position } }: Episode, { stream: whole }: Episode): boolean =>
  [equipment, ''].includes(whole.equipment) && [position, ''].includes(whole.position);

/**
 * Whether two runs tell of the same: one cause at times that overlap. What led to it before they parted is of both, though one of them
 * tells it later.
 */
function isSame(a: Episode, b: Episode, { partedMs, parts }: Parted): boolean {
  const begins = (e: Episode) => (e.sinceMs < partedMs ? e.sinceMs : e.firstMs);
  const ends = (e: Episode) => e.endMs ?? Infinity;
  return (
    a.what === b.what &&
    a.characteristic === b.characteristic &&
    a.lot === b.lot &&
    a.stream.station === b.stream.station &&
    a.stream.line === b.stream.line &&
    a.stream.product === b.stream.product &&
    (parts ? isPart(a, b) || isPart(b, a) : isPart(a, b) && isPart(b, a)) &&
    begins(a) <= ends(b) &&
    begins(b) <= ends(a)
  );
}

/**
 * Whether an episode says where the fault is (or of two or three streams one of which it says departs, one is there): station, machine and, where the fault sits at one, position (of what follows a lot that
 * lot, or what was made of it); or where it shows, if that is another station.
 */
function names(
  { stream, between = [stream], characteristic, lot }: Episode,
  truth: Truth,
  concerned: ReadonlySet<string>
): boolean {
  if (truth.line !== '*' && truth.line !== stream.line) {
    return false;
  }
  if (truth.shows?.station === stream.station && truth.shows.characteristics.includes(characteristic)) {
    return true;
  }
  return (
    truth.station === stream.station &&
    truth.characteristics.includes(characteristic) &&
    between.some(
      ({ equipment, position }) =>
        (truth.equipment.length === 0 || truth.equipment.includes(equipment)) &&
        (truth.position === undefined || truth.position === position)
    ) &&
    (truth.lot === undefined || (lot !== undefined && (lot === truth.lot || concerned.has(lot))))
  );
}
