import { type Plant } from '../plant/Plant';
import { faultWish } from './faultWish';
import { type Arguments } from './parseArguments';

const EIGHT_HOURS = 8 * 3_600_000;
/** A history of a slow line is long enough for charts to have so many cells. */
const CELLS = 300;

/** Arguments with what only the plan can say: how far back a history goes, and which faults are usual. */
export function argumentsFor(args: Arguments, plant: Plant): Arguments {
  const takt = Math.max(0, ...plant.lines.map((line) => plant.model.taktMs(line)));
  return {
    ...args,
    historyMs: args.autoHistory ? Math.max(EIGHT_HOURS, CELLS * takt) : args.historyMs,
    faults: [...(args.usualFaults ? plant.kind.usual(plant).map(faultWish) : []), ...args.faults],
  };
}
