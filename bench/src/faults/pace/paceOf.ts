import { untilOf, type Watch } from '../background';
import { type Finding, findingOf } from '../finding';
import { judge } from '../judge';
import { placeOf, simulate } from '../simulate';
import { nozzleFaults } from './paces';

const LINE = 'line-1';
const STATION = 'filling';

/** The faults of single nozzles at a rate: only their line runs, as far as they are, and only their station is judged. */
export async function paceOf(
  { plan, plant, program }: Watch,
  of: { seed: number; startMs: number; rate: number; fromHour: number; hours: number }
): Promise<Finding[]> {
  const { fromHour, ...span } = of;
  const faults = nozzleFaults.map(({ id, place }) => ({ id, place, fromHour, toHour: of.hours }));
  const run = { ...span, lines: [LINE], lastStation: STATION, faults };
  const { records, truths } = simulate(plant, run);
  const place = placeOf({ line: LINE, station: STATION });
  const told = await judge(program, new Map([[place, records.get(place) ?? []]]), {
    plan,
    fromMs: run.startMs,
    toMs: untilOf(run),
  });
  return truths.map((truth) => findingOf({ truth, told, calm: [], untilMs: untilOf(run), records, without: records }));
}
