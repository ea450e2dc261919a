import { type PlantLine, type PlantStation } from '../../plant/Plant';

const idsOf = (stations: readonly PlantStation[]): string[] => [
  ...new Set(stations.flatMap(({ characteristics }) => characteristics.map(({ id }) => id))),
];

/** What is measured of the items on the way of a line, or at one of its stations: nothing of it may be told. */
export const measuredOn = ({ way }: PlantLine, station?: string): string[] =>
  idsOf(station === undefined ? way : way.filter(({ id }) => id === station));
