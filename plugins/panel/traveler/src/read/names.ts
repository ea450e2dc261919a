import { words } from '@cellthread/panelkit';
import { type DataFrame } from '@grafana/data';

/** What the plan calls things, by their ids; a thing without a name is called by its id. */
export interface Names {
  station: (id: string) => string;
  site: (id: string) => string;
  line: (id: string) => string;
  equipment: (id: string) => string;
  product: (id: string) => string;
  /** Whether the values of a characteristic are yes (1) or no (0). */
  isBoolean: (station: string, characteristic: string) => boolean;
}

/** What the cells datasource says in the meta data of its first frame. */
interface Stated {
  stations?: Record<string, string>;
  sites?: Record<string, string>;
  lines?: Record<string, string>;
  equipment?: Record<string, string>;
  products?: Record<string, string>;
  booleans?: Record<string, string[]>;
}

export function namesOf(series: readonly DataFrame[]): Names {
  const all = series.map((frame) => frame.meta?.custom as Stated | undefined);
  const stated = all.find((custom) => custom?.stations ?? custom?.sites ?? custom?.booleans) ?? {};
  return {
    station: (id) => stated.stations?.[id] ?? words(id),
    site: (id) => stated.sites?.[id] ?? id,
    line: (id) => stated.lines?.[id] ?? id,
    equipment: (id) => stated.equipment?.[id] ?? id,
    product: (id) => stated.products?.[id] ?? id,
    isBoolean: (station, characteristic) => stated.booleans?.[station]?.includes(characteristic) ?? false,
  };
}
