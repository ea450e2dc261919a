import { type PlantCharacteristic, type PlantStation } from '../plant/Plant';
import { type FaultSettings } from './FaultKind';

function one<T extends { id: string }>(what: string, id: string | undefined, all: readonly T[]): T {
  const found = id === undefined ? all[0] : all.find((candidate) => candidate.id === id);
  if (!found) {
    const choice = all.length > 0 ? `choose one of ${all.map((c) => c.id).join(', ')}` : 'the plan has none';
    throw new Error(
      id === undefined
        ? `The plan has no ${what}: this fault cannot be simulated.`
        : `"${id}" is no ${what}: ${choice}.`
    );
  }
  return found;
}

/** Stations that some line has, each once. */
function standing({ lines }: FaultSettings['plant']): PlantStation[] {
  return [...new Set(lines.flatMap(({ before, way, after }) => [...way, ...before, ...after]))];
}

/**
 * The station a fault was told, else the first on the way of what the line starts one by one.
 * @throws Error with a sentence when there is none
 */
export function toldStation(settings: FaultSettings): PlantStation {
  return one('station with a machine', settings.station, standing(settings.plant));
}

/**
 * The characteristic a fault was told with its station, else the first that fits.
 * @throws Error with a sentence when there is none
 */
export function toldCharacteristic(
  settings: FaultSettings,
  fits: (characteristic: PlantCharacteristic) => boolean,
  what: string
): { station: PlantStation; characteristic: PlantCharacteristic } {
  const stations = settings.station === undefined ? standing(settings.plant) : [toldStation(settings)];
  const station = stations.find(({ characteristics }) => characteristics.some(fits));
  const at = station ? ` of ${station.id}` : settings.station === undefined ? '' : ` of ${settings.station}`;
  const characteristic = one(`${what}${at}`, settings.characteristic, station?.characteristics.filter(fits) ?? []);
  return { station: station as PlantStation, characteristic };
}
