import {
  type Plant,
  type PlantCharacteristic,
  type PlantEquipment,
  type PlantLine,
  type PlantStation,
} from '../plant/Plant';
import { type FaultSettings, type Places } from './FaultKind';

/** More names than this make no sentence. */
const MOST = 12;

const listed = (ids: readonly string[]): string =>
  ids.length > MOST ? `${ids.slice(0, MOST).join(', ')} and ${ids.length - MOST} more` : ids.join(', ');

function refused(what: string, id: string | undefined, all: readonly string[]): Error {
  const choice = all.length > 0 ? `choose one of ${listed(all)}` : 'the plan has none';
  return new Error(
    id === undefined ? `The plan has no ${what}: this fault cannot be simulated.` : `"${id}" is no ${what}: ${choice}.`
  );
}

function one<T extends { id: string }>(what: string, id: string | undefined, all: readonly T[]): T {
  const found = id === undefined ? all[0] : all.find((candidate) => candidate.id === id);
  if (!found) {
    throw refused(
      what,
      id,
      all.map((candidate) => candidate.id)
    );
  }
  return found;
}

/**
 * The place that was told among those there are, else the first.
 * @throws Error with a sentence when there is none
 */
export const told = (what: string, place: string | undefined, all: readonly string[]): string =>
  one(
    what,
    place,
    all.map((id) => ({ id }))
  ).id;

/** Stations that some line has, each once. */
function standing({ lines }: Plant): PlantStation[] {
  return [...new Set(lines.flatMap(({ before, way, after }) => [...way, ...before, ...after]))];
}

export const stations: Places = { written: 'STATION', among: (plant) => standing(plant).map(({ id }) => id) };

/** A station alone means the first of its characteristics that fits. */
export const characteristicsThat = (fits: (characteristic: PlantCharacteristic) => boolean): Places => ({
  written: 'STATION[.CHARACTERISTIC]',
  among: (plant) =>
    standing(plant).flatMap(({ id, characteristics }) => characteristics.filter(fits).map((c) => `${id}.${c.id}`)),
});

export const lines: Places = { written: 'LINE', among: (plant) => plant.lines.map(({ id }) => id) };

export const machinesOf = (station: string): Places => ({
  written: 'MACHINE',
  among: (plant) => machines(plant, station).map(({ id }) => id),
});

/** Of the stations that items pass one by one. */
export const anyMachine: Places = {
  written: 'MACHINE',
  among: (plant) => passed(plant).flatMap((station) => machines(plant, station).map(({ id }) => id)),
};

/** A machine alone means its usual position. */
export const positionsOf = (station: string): Places => ({
  written: 'MACHINE[.POSITION]',
  among: (plant) =>
    machines(plant, station).flatMap(({ id, equipment }) => equipment.positions.map((p) => `${id}.${p.id}`)),
});

const having = ({ lines }: Plant, station: string): PlantLine[] =>
  lines.filter(({ equipment }) => (equipment.get(station) ?? []).length > 0);

const passed = ({ lines: all }: Plant): string[] => [...new Set(all.flatMap(({ way }) => way.map(({ id }) => id)))];

/** Machines of a line (`*`: of all) at a station (`*`: at all). */
export const machinesOn = (plant: Plant, line: string, station: string): PlantEquipment[] =>
  plant.lines
    .filter(({ id }) => line === '*' || line === id)
    .flatMap(({ equipment }) => [...equipment.values()].flat())
    .filter((machine) => station === '*' || machine.station === station);

const machines = (plant: Plant, station: string): { id: string; line: PlantLine; equipment: PlantEquipment }[] =>
  having(plant, station).flatMap((line) =>
    (line.equipment.get(station) ?? []).map((equipment) => ({ id: equipment.id, line, equipment }))
  );

/**
 * The station a fault was told, else the first on the way of what the line starts one by one.
 * @throws Error with a sentence when there is none
 */
export function toldStation({ plant, place }: FaultSettings): PlantStation {
  return one('station with a machine', place, standing(plant));
}

/**
 * The characteristic a fault was told with its station, else the first that fits.
 * @throws Error with a sentence when there is none
 */
export function toldCharacteristic(
  { plant, place }: FaultSettings,
  fits: (characteristic: PlantCharacteristic) => boolean,
  what: string
): { station: PlantStation; characteristic: PlantCharacteristic } {
  const [told, own] = place?.split('.') ?? [];
  const all = standing(plant);
  const candidates = told === undefined ? all : [one('station with a machine', told, all)];
  const station = candidates.find(({ characteristics }) => characteristics.some(fits));
  const at = station ? ` of ${station.id}` : told === undefined ? '' : ` of ${told}`;
  const characteristic = one(`${what}${at}`, own, station?.characteristics.filter(fits) ?? []);
  return { station: station as PlantStation, characteristic };
}

/**
 * The line a fault was told, else the first.
 * @throws Error with a sentence when there is none
 */
export function toldLine({ plant, place }: FaultSettings): PlantLine {
  return one('line', place, plant.lines);
}

/**
 * The machine a fault was told, else the n-th (from 0) of the first line that has so many.
 * @throws Error with a sentence when there is none
 */
export function toldMachine(
  { plant, place }: Pick<FaultSettings, 'plant' | 'place'>,
  station: string,
  n: number
): { line: PlantLine; equipment: PlantEquipment } {
  const usual = having(plant, station).flatMap(({ equipment }) => equipment.get(station)?.[n]?.id ?? []);
  if (place === undefined && usual.length === 0) {
    throw new Error(`The plan has no machine number ${n + 1} at station ${station}: this fault cannot be simulated.`);
  }
  return one(`machine of ${station}`, place ?? usual[0], machines(plant, station));
}

/**
 * The machine a fault was told, else the first of those that items pass one by one.
 * @throws Error with a sentence when there is none
 */
export function toldAnyMachine({ plant, place }: FaultSettings): { line: PlantLine; equipment: PlantEquipment } {
  return one(
    'machine',
    place,
    passed(plant).flatMap((station) => machines(plant, station))
  );
}

/**
 * The position a fault was told with its machine, else the p-th (from 0) or the last of the told or the n-th machine.
 * @throws Error with a sentence when there is none
 */
export function toldPosition(
  { plant, place }: FaultSettings,
  station: string,
  n: number,
  p: number
): { line: PlantLine; equipment: PlantEquipment; position: { id: string; key: number } } {
  // Ids of machines may have dots of their own.
  const machine = machines(plant, station).find(({ id }) => place?.startsWith(`${id}.`))?.id;
  const own = machine === undefined ? undefined : place?.slice(machine.length + 1);
  const { line, equipment } = toldMachine({ plant, place: machine ?? place }, station, n);
  const usual = equipment.positions[Math.min(p, equipment.positions.length - 1)];
  return { line, equipment, position: one(`position of ${equipment.id}`, own ?? usual?.id, equipment.positions) };
}
