import { type StationTime } from '../LineModel';

/** By station id. Hours are real ones: a compressed world divides them, the reported values stay. */
const times: Readonly<Record<string, StationTime>> = {
  stacking: { cycleS: 32, waitS: 5 },
  tab_welding: { cycleS: 12, waitS: 20 },
  case_welding: { cycleS: 34, waitS: 25 },
  leak_prefill: { cycleS: 38, waitS: 20 },
  vacuum_drying: { cycleS: 0, waitS: 60, hours: 12 },
  filling: { cycleS: 75, waitS: 30 },
  soaking: { cycleS: 0, waitS: 60, hours: 24 },
  formation: { cycleS: 0, waitS: 120, hours: 20 },
  degassing: { cycleS: 14, waitS: 60 },
  sealing: { cycleS: 14, waitS: 20 },
  capacity: { cycleS: 0, waitS: 120, hours: 6 },
  aging: { cycleS: 0, waitS: 120, hours: 240 },
  eol: { cycleS: 13, waitS: 60 },
  module: { cycleS: 50, waitS: 60 },
  pack: { cycleS: 240, waitS: 120 },
};

export function stationTime(station: string): StationTime {
  return times[station] ?? { cycleS: 10, waitS: 20 };
}
