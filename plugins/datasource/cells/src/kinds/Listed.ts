import type { Lookups } from '../lookups/Lookups';
import type { Option } from '../lookups/Option';

/** Two stations of what the data source lists, by which examples are told: they name no plant. */
export interface Listed {
  /** The first station of cells that measures something. */
  first: Measuring;
  /** The last one: where cells are finished. */
  last: Measuring;
}

interface Measuring {
  station: Named;
  characteristic: Named;
}

interface Named {
  id: string;
  name: string;
}

const named = ({ value, label = value }: Option): Named => ({ id: value, name: label });

/** What examples can name; undefined where nothing is planned that measures. */
export async function listed(lookups: Lookups): Promise<Listed | undefined> {
  const [stations, characteristics] = await Promise.all([
    lookups.list('stations', {}),
    lookups.list('characteristics', {}),
  ]);
  const measuring = stations
    .filter(({ item = 'cell' }) => item === 'cell' || item === 'tray')
    .flatMap((station): Measuring[] => {
      const characteristic = characteristics.find((one) => one.planned && one.station === station.value);
      return characteristic ? [{ station: named(station), characteristic: named(characteristic) }] : [];
    });
  const [first, last] = [measuring[0], measuring.at(-1)];
  return first && last ? { first, last } : undefined;
}
