import { type Plant, type PlantCharacteristic, type PlantLine, type PlantStation } from '../../plant/Plant';
import { type Process } from '../../process/Process';

/** Shares of variance: lasting differences between machines, and between the positions of one. */
const MACHINES = 0.08;
const POSITIONS = 0.1;

/** The groups whose members share an effect at a station: its materials, its tray, and what the item was made of. */
function levelsOf(station: PlantStation, { before, way }: PlantLine): string[] {
  const parent = station === way[0] ? before.at(-1)?.item : undefined;
  return [
    ...station.materials,
    ...(station.item === 'tray' ? ['tray'] : []),
    ...(parent === undefined ? [] : [parent]),
  ];
}

/** The process of every characteristic, from what the plan says of its station. */
export function processOf({ stations, lines }: Pick<Plant, 'stations' | 'lines'>) {
  const processes = new Map(
    stations.map((station): [string, Process] => {
      const line = lines.find(({ equipment }) => (equipment.get(station.id) ?? []).length > 0);
      const machines = line?.equipment.get(station.id) ?? [];
      return [
        station.id,
        {
          levels: line ? levelsOf(station, line) : [],
          equipment: machines.length > 1 ? MACHINES : 0,
          position: machines.some(({ positions }) => positions.length > 1) ? POSITIONS : 0,
        },
      ];
    })
  );
  return ({ station }: PlantCharacteristic): Process | undefined => processes.get(station);
}
