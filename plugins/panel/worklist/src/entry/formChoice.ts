/** What the data source says may be entered (`GET measurements`). */
export interface EntryForm {
  sites: Named[];
  products: Named[];
  stations: Station[];
  /** What is known of the item that was asked for. */
  item?: { id: string; known: boolean; product?: string; stations: string[] };
}

export interface Named {
  id: string;
  name: string;
}

export interface Machine extends Named {
  positions: string[] | null;
}

export interface Station extends Named {
  /** What it works on. */
  item: string;
  /** By site. */
  machines: Record<string, Machine[]>;
  characteristics: Characteristic[];
}

export interface Characteristic extends Named {
  type: 'number' | 'count' | 'boolean' | 'text';
  unit?: string;
  decimals?: number;
  lsl?: number;
  target?: number;
  usl?: number;
  /** The plan has it measured by hand or in a laboratory. */
  manual: boolean;
}

/** Where and what is measured, by ids; empty where nothing is chosen. */
export interface Chosen {
  site: string;
  station: string;
  machine: string;
  position: string;
  characteristic: string;
}

/** What can be chosen, and what is: what was chosen before where it is still there, else the first. */
export interface Choice {
  chosen: Chosen;
  stations: Station[];
  machines: Machine[];
  positions: string[];
  characteristics: Characteristic[];
  /** The chosen one. */
  characteristic?: Characteristic;
  /** The plan marks some as measured by hand, and not all are listed. */
  narrowed: boolean;
}

/** Tray stations report cells. */
const unit = (item: string) => (item === 'tray' ? 'cell' : item);

/**
 * What may be chosen of a form: the stations of the site that work on what the item is, where that is known, and of these what the plan has
 * measured by hand, unless all is asked for, it says so of nothing, or values of another station were entered last.
 */
export function choose(form: EntryForm, before: Chosen, all: boolean): Choice {
  const site = one(form.sites, before.site)?.id ?? '';
  const seen = form.stations.filter(({ id }) => form.item?.stations.includes(id)).map(({ item }) => unit(item));
  const fitting = form.stations.filter(
    ({ item, machines }) => machines[site] && (seen.length === 0 || seen.includes(unit(item)))
  );
  const marked = fitting.flatMap((station) => {
    const characteristics = station.characteristics.filter(({ manual }) => manual);
    return characteristics.length > 0 ? [{ ...station, characteristics }] : [];
  });
  const stays = fitting.some(({ id }) => id === before.station) && !marked.some(({ id }) => id === before.station);
  const narrowed = !all && !stays && marked.length > 0;
  const stations = narrowed ? marked : fitting;
  const station = one(stations, before.station);
  const machines = station?.machines[site] ?? [];
  const machine = one(machines, before.machine);
  const positions = machine?.positions ?? [];
  const characteristics = station?.characteristics ?? [];
  const characteristic = one(characteristics, before.characteristic);
  return {
    chosen: {
      site,
      station: station?.id ?? '',
      machine: machine?.id ?? '',
      position: positions.includes(before.position) ? before.position : '',
      characteristic: characteristic?.id ?? '',
    },
    ...{ stations, machines, positions, characteristics, narrowed },
    ...(characteristic && { characteristic }),
  };
}

const one = <T extends Named>(of: readonly T[], id: string): T | undefined => of.find((it) => it.id === id) ?? of[0];

/** A typed value as it is sent; `undefined` where it is none of the characteristic's type. A decimal comma is a point. */
export function parseValue(type: Characteristic['type'], typed: string): number | boolean | string | undefined {
  const text = typed.trim();
  if (type === 'text') {
    return text === '' ? undefined : text;
  }
  if (type === 'boolean') {
    return { true: true, false: false }[text];
  }
  const number = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : NaN;
  const fits = Number.isFinite(number) && (type === 'number' || (Number.isInteger(number) && number >= 0));
  return fits ? number : undefined;
}

/** Beyond which limit a value lies, strictly. */
export function beyond({ lsl, usl }: Pick<Characteristic, 'lsl' | 'usl'>, value: unknown): 'lsl' | 'usl' | null {
  if (typeof value !== 'number') {
    return null;
  }
  return usl !== undefined && value > usl ? 'usl' : lsl !== undefined && value < lsl ? 'lsl' : null;
}
