import { type Plant } from '../../plant/Plant';
import { type LineKind } from '../LineModel';
import { defects } from './defects';
import { Electrodes } from './Electrodes';
import { faults } from './faults/faults';
import { materials } from './materials';
import { processes } from './process/processes';
import { stationTime } from './stationTimes';
import { Winding } from './Winding';

/** One cell every ten seconds a line. */
const TAKT_MS = 10_000;

const needed = ['mixing', 'coating', 'drying', 'calendering', 'slitting', 'notching', 'stacking'];
const checked = ['leak_prefill', 'filling', 'eol'];
const stopping = ['stacking', 'tab_welding', 'case_welding', 'leak_prefill', 'filling', 'degassing', 'sealing', 'eol'];
const rebuilt = ['stacking', 'tab_welding', 'case_welding'];
const wearing = ['notching', 'filling', 'tab_welding'];

function mustHave({ lines, site }: Pick<Plant, 'lines' | 'site'>): void {
  for (const line of lines) {
    const missing = needed.find((station) => !line.equipment.get(station)?.length);
    if (missing !== undefined) {
      throw new Error(
        `simulation: lfp-prismatic needs station ${missing}, which ${site}/${line.id} has not: remove the line "simulation" to simulate the plan's figures alone.`
      );
    }
  }
}

/** The prismatic LFP line: 46 parameters from mixing to pack, with the causes and defects behind them. */
export const lfpPrismatic: LineKind = {
  id: 'lfp-prismatic',
  title: 'prismatic LFP cells, mixing to pack',
  faults,
  usual: () => ['nozzle-wavering@-3h', 'welder-leakers'],
  of(plant) {
    mustHave(plant);
    return {
      chemistry: 'B',
      process: ({ id }) => processes[id],
      defects,
      taktMs: () => TAKT_MS,
      time: ({ id }) => stationTime(id),
      lots: (material) => materials[material] ?? { prefix: material.toUpperCase().slice(0, 6), items: 500 },
      stay: 'soak_time',
      setupLeaves: 'leak_prefill',
      grades: 'eol',
      checks: ({ id }) => checked.includes(id),
      stops: ({ id }) => stopping.includes(id),
      rebuilds: ({ id }) => rebuilt.includes(id),
      wears: ({ id }) => wearing.includes(id),
      feed: ({ floor, line, bench, judge, supplies, shipping }) =>
        new Winding(floor, line, new Electrodes(floor, line, bench, judge, supplies, shipping), shipping),
    };
  },
};
