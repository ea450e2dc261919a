import { type Arguments } from '../command/parseArguments';
import { faultName, type FaultWish } from '../command/faultWish';
import { type State, worldVersion } from './State';

const DAY = 86_400_000;
/** A longer pause is not filled whole, and an older world (but for a history that long) is not replayed: both would take too long. */
const LONGEST_GAP = DAY;
const OLDEST = 7 * DAY;

/**
 * Decides whether to continue the remembered world or to begin one. A world is continued by producing it again from its
 * beginning, unsent up to `untilMs`: the same seed gives the same messages.
 */
export function planRun(args: Arguments, site: string, now: number, before: State | undefined): State {
  const defects = args.ramp ? 4 : 1;
  const same =
    before?.version === worldVersion &&
    before.seed === args.seed &&
    before.site === site &&
    before.compress === args.compress &&
    before.defects === defects &&
    (before.rate ?? 1) === args.rate &&
    (before.even ?? false) === args.even;
  if (
    same &&
    now - before.untilMs <= LONGEST_GAP &&
    before.untilMs - before.startMs <= Math.max(OLDEST, args.historyMs + DAY)
  ) {
    return { ...before, faults: continued(args, before, now), mesOff: switched(args, before) };
  }
  const history = before ? Math.min(args.historyMs, Math.max(0, now - before.untilMs)) : args.historyMs;
  const startMs = now - history;
  return {
    version: worldVersion,
    seed: args.seed,
    site,
    startMs,
    liveMs: now,
    sinceMs: before ? startMs : startMs - args.sinceMs,
    thinCells: args.thinCells,
    compress: args.compress,
    defects,
    rate: args.rate,
    even: args.even,
    epoch: before ? (before.epoch + 1) % 100 : 0,
    faults: args.faults.map((wish) => begun(wish, now, startMs)),
    // Nobody decides about what only tells what was.
    mesOff: args.mes ? [] : [{ fromMs: now, toMs: null }],
    untilMs: startMs - (before ? 0 : args.sinceMs) - 1,
  };
}

/** Three hours before now unless said otherwise, but never before the world begins. */
function begun({ startMs, lastsMs, ...what }: FaultWish, now: number, earliest: number): State['faults'][number] {
  const usual = now - Math.min(3 * 3_600_000, 0.4 * (now - earliest));
  const fromMs = Math.round(Math.max(earliest, startMs === undefined ? usual : now + startMs));
  return { ...what, fromMs, toMs: lastsMs === undefined ? null : fromMs + lastsMs };
}

/** Faults of the remembered world go on or end now; new ones begin where nothing was sent yet. */
function continued(args: Arguments, before: State, now: number): State['faults'] {
  const old = before.faults.map((fault) =>
    args.faults.some((wish) => faultName(wish) === faultName(fault)) || fault.toMs !== null
      ? fault
      : { ...fault, toMs: before.untilMs }
  );
  const fresh = args.faults.filter((wish) => !before.faults.some((fault) => faultName(fault) === faultName(wish)));
  return [...old, ...fresh.map((wish) => begun(wish, now, before.untilMs))];
}

/** An MES that decides otherwise than before begins, or ends, where nothing was sent yet. */
function switched({ mes }: Arguments, { mesOff = [], untilMs, liveMs }: State): NonNullable<State['mesOff']> {
  const off = mesOff.some(({ toMs }) => toMs === null);
  const from = Math.max(liveMs, untilMs);
  return off === !mes
    ? mesOff
    : mes
      ? mesOff.map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs ?? from }))
      : [...mesOff, { fromMs: from, toMs: null }];
}
