import { Random } from '../core/Random';
import { type Plant, type PlantCharacteristic, type PlantEquipment, type PlantLine } from '../plant/Plant';
import { Concerned } from './Concerned';
import { type Shown } from './Fault';
import { type FaultKind } from './FaultKind';
import { isOutside } from './isOutside';
import { during } from './place';
import { told } from './toldPlace';
import { truthOf } from './truthOf';
import { worse } from './worse';

/** What one characteristic is at one of several machines or positions. */
interface Stream {
  id: string;
  characteristic: PlantCharacteristic;
  line: PlantLine;
  equipment: PlantEquipment;
  position?: string;
}

/** Drawn for every item by itself: not counted, not judged, not seldom measured, not against its tray. */
const isDrawn = ({ type, every, derived }: PlantCharacteristic): boolean =>
  type === 'number' && every === 1 && derived?.formula !== 'tray_median_deviation';

type Place = Pick<Stream, 'line' | 'equipment' | 'position'>;

function placesOf({ lines }: Plant, station: string): Place[] {
  return lines.flatMap((line) =>
    (line.equipment.get(station) ?? []).flatMap((equipment): Place[] =>
      equipment.positions.length === 0
        ? [{ line, equipment }]
        : equipment.positions.map((position) => ({ line, equipment, position: position.id }))
    )
  );
}

function streamsOf(plant: Plant): Stream[] {
  const stations = [...new Set(plant.lines.flatMap(({ way }) => way))];
  return stations.flatMap(({ id: station, characteristics }) => {
    const places = placesOf(plant, station);
    return places.length < 2
      ? []
      : characteristics.filter(isDrawn).flatMap((characteristic) =>
          places.map((place) => ({
            id: [characteristic.id, place.equipment.id, place.position].filter(Boolean).join('.'),
            characteristic,
            ...place,
          }))
        );
  });
}

/** A fault of one stream, its sisters calm. `by`: what it adds to each value, in standard deviations; `side`: the bad one. */
function oneOfMany(id: string, title: string, what: Shown, by: (random: Random, side: 1 | -1) => number): FaultKind {
  const kind: FaultKind = {
    id,
    title,
    takes: {
      written: 'CHARACTERISTIC.MACHINE[.POSITION]',
      among: (plant) => streamsOf(plant).map((stream) => stream.id),
    },
    mendedBy: 'plan',
    start(settings) {
      const { seed, place } = settings;
      const streams = streamsOf(settings.plant);
      // What is watched shows it best.
      const usual = streams.find(({ characteristic }) => characteristic.watched)?.id;
      const name = told(
        'characteristic of a machine or position among several',
        place ?? usual,
        streams.map((stream) => stream.id)
      );
      const { characteristic, line, equipment, position } = streams.find((stream) => stream.id === name) as Stream;
      const random = Random.named(seed, `fault ${id} ${name}`);
      const concerned = new Concerned();
      return {
        id,
        make({ equipment: at, position: here, endMs, subject }) {
          if (at === equipment && here?.id === position && during(settings, endMs)) {
            concerned.add(subject.id, endMs, isOutside(characteristic, subject));
            const side = worse(characteristic, characteristic.specs.get(subject.product));
            subject.z[characteristic.index] = (subject.z[characteristic.index] as number) + by(random, side);
          }
        },
        judged: (visit) => concerned.judged(visit, [characteristic.id]),
        truth: () =>
          truthOf(
            kind,
            settings,
            {
              line: line.id,
              station: equipment.station,
              equipment: [equipment.id],
              position,
              characteristics: [characteristic.id],
              what,
            },
            concerned
          ),
      };
    },
  };
  return kind;
}

export const sisterShift = oneOfMany(
  'sister-shift',
  'One machine or position of several is off by one standard deviation, to the bad side',
  'level',
  (_random, side) => side
);

export const sisterSpread = oneOfMany(
  'sister-spread',
  'One machine or position of several spreads twice as much as its sisters',
  'spread',
  (random) => Math.sqrt(3) * random.normal()
);
