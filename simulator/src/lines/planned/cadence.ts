import { type PlantLine, type PlantStation } from '../../plant/Plant';
import { type StationTime } from '../LineModel';

/** Cells that a tray holds, at least. */
const TRAY_CELLS = 32;
const WAY_S = 20;
const HOUR_S = 3600;

const machines = (line: PlantLine, station: PlantStation) => line.equipment.get(station.id) ?? [];
const placesOf = (line: PlantLine, station: PlantStation): number =>
  Math.min(...machines(line, station).map(({ positions }) => Math.max(1, positions.length)));

/** A machine gives one item each cycle, so each stays as many cycles as it has positions. */
function time(station: PlantStation, line: PlantLine): StationTime {
  const places = placesOf(line, station);
  const waitS = Math.max(WAY_S, station.waitHours * HOUR_S);
  const { cycleS } = station;
  return station.item === 'tray'
    ? { cycleS: 0, waitS, hours: (cycleS * Math.max(TRAY_CELLS, places)) / HOUR_S }
    : { cycleS: cycleS * places, waitS };
}

/** The takt of a line is that of its slowest station: its cycle, shared by its machines. */
function taktMs(line: PlantLine): number {
  return Math.round(1000 * Math.max(...line.way.map((station) => station.cycleS / machines(line, station).length)));
}

export const cadence = { time, taktMs };
