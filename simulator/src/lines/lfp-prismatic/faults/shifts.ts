import { type FaultSettings } from '../../../faults/FaultKind';
import { TRAY_CELLS } from '../../../world/Trays';
import { stationShift } from '../../../faults/stationShift';
import { lines, machinesOf, positionsOf, toldLine, toldMachine, toldPosition } from '../../../faults/toldPlace';

const HOUR = 3_600_000;
const WEAR_MS = 72 * HOUR;

const atMachine = (station: string) => ({
  takes: machinesOf(station),
  where: (settings: FaultSettings) => {
    const { line, equipment } = toldMachine(settings, station, 0);
    return { line: line.id, station, equipment: [equipment.id] };
  },
});

const atPosition = (station: string, n: number, p: number) => ({
  takes: positionsOf(station),
  where: (settings: FaultSettings) => {
    const { line, equipment, position } = toldPosition(settings, station, n, p);
    return { line: line.id, station, equipment: [equipment.id], position: position.id };
  },
});

const onLine = (station: string) => ({
  takes: lines,
  where: (settings: FaultSettings) => ({ line: toldLine(settings).id, station, equipment: [] }),
});

export const calenderDrift = stationShift({
  id: 'calender-drift',
  title: 'The calender gap drifts for six hours, inside the spec',
  ...atMachine('calendering'),
  mendedBy: ['adjusted', 'replaced'],
  characteristics: ['press_density_c', 'electrode_thickness_c'],
  // After six hours 2.2 standard deviations; the spec limit of the density is at 4.5.
  shift({ endMs, subject }, { fromMs }, name) {
    if (subject.groups.cathode_roll === undefined) {
      return undefined;
    }
    const drift = 2.2 * Math.min(1, (endMs - fromMs) / (6 * HOUR));
    return name === 'press_density_c' ? -drift : 0.7 * drift;
  },
});

export const lightCoatingLane = stationShift({
  id: 'light-coating-lane',
  title: 'One lane of the coater is too light',
  ...atPosition('coating', 0, 2),
  mendedBy: ['adjusted', 'cleaned', 'replaced'],
  characteristics: ['areal_weight_c'],
  shift: ({ subject }) => (subject.groups.cathode_roll === undefined ? undefined : -2.5),
});

export const burrGrowth = stationShift({
  id: 'burr-growth',
  title: 'The notching tool wears: burrs, and self-discharge of those cells after aging',
  ...atMachine('notching'),
  mendedBy: ['replaced'],
  characteristics: ['burr_height_c'],
  shows: { station: 'aging', characteristics: ['k_value'], what: 'share' },
  shift: ({ endMs, subject }, { fromMs }) =>
    subject.groups.cathode_roll === undefined ? undefined : 3 * Math.min(1, (endMs - fromMs) / (4 * HOUR)),
});

export const dewPointElectrolyte = stationShift({
  id: 'dew-point-electrolyte',
  title: 'Moist air costs efficiency, but only with every second electrolyte lot',
  ...onLine('formation'),
  characteristics: ['first_cycle_efficiency'],
  shift({ subject }, { plant }) {
    const dew = plant.characteristics.find(({ id }) => id === 'dryroom_dewpoint');
    const moist = Math.max(0, (dew && subject.z[dew.index]) ?? 0);
    return (subject.groups.electrolyte ?? 0) % 2 === 0 ? -1.2 * moist : undefined;
  },
});

export const rackGradient = stationShift({
  id: 'rack-gradient',
  title: 'The upper levels of a formation rack are warmer',
  ...atMachine('formation'),
  mendedBy: ['adjusted', 'replaced'],
  characteristics: ['formation_temp', 'first_cycle_efficiency'],
  shift({ equipment, position }, _settings, name) {
    const { positions } = equipment;
    const level = (channel: number): number => Math.floor(channel / TRAY_CELLS);
    const top = Math.max(1, level(positions.length - 1));
    const height = (level(positions.findIndex(({ id }) => id === position?.id)) / top) * 2 - 1;
    return name === 'formation_temp' ? 2.5 * height : -1 * height;
  },
});

export const cyclerMiscalibrated = stationShift({
  id: 'cycler-miscalibrated',
  title: 'One cycler reads 0.3 % too much capacity',
  ...atMachine('capacity'),
  mendedBy: ['calibrated'],
  characteristics: ['capacity'],
  shift: () => 0.7,
});

export const fixtureWear = stationShift({
  id: 'fixture-wear',
  title: 'A fixture of a case welder wears: cells grow longer for three days, inside their limits',
  ...atPosition('case_welding', 2, 0),
  mendedBy: ['fixture-changed'],
  lastsMs: WEAR_MS,
  characteristics: ['cell_length'],
  // The limit is at 5 standard deviations.
  shift: ({ endMs }, { fromMs }) => 2 * Math.min(1, (endMs - fromMs) / WEAR_MS),
});

export const benignLotShift = stationShift({
  id: 'benign-lot-shift',
  title: 'A new lot of cans is half a standard deviation longer, as lots are',
  silent: true,
  ...onLine('case_welding'),
  characteristics: ['cell_length'],
  shift: () => 0.5,
});
