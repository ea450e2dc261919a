import { type LineKind, type LineModel } from '../lines/LineModel';
import { type Calendar } from '@cellthread/calendar';
import { type Requests } from '@cellthread/plan';

/** Limits and figures of a characteristic for one product; a limit the plan does not state is undefined. */
export interface ProductSpec {
  lsl?: number;
  /** Mean of the process. */
  target: number;
  usl?: number;
  sigma: number;
  /** Share of items for which a boolean is true, 0…1. */
  share?: number;
  /** A count of rare events: Poisson around the target. */
  rare?: boolean;
}

/** A characteristic as the simulator needs it. */
export interface PlantCharacteristic {
  id: string;
  /** Place in every per-characteristic array. */
  index: number;
  station: string;
  type: 'number' | 'count' | 'boolean' | 'text';
  shape: 'normal' | 'lognormal' | 'folded' | 'percentile';
  /** Resolution of the gauge, in the characteristic's unit. */
  resolution: number;
  /** Gauge noise over total spread, 0…1. */
  gauge: number;
  /** A value in every n-th cell; 0: one per lot; 1: always. */
  every: number;
  /** Largest reading of the gauge, if it stops at one. */
  over?: number;
  plausibleHigh?: number;
  /** What the plan derives it from (ids of raw values), with the formula's figures. */
  derived?: { formula: string; from: readonly string[]; coefficient: number; reference: number; scale: number };
  /** Its gauge is checked with a master part. */
  mastered: boolean;
  /** It has approved control limits. */
  watched: boolean;
  /** On which side a departure is bad. */
  badDirection: 'both' | 'high' | 'low';
  specs: ReadonlyMap<string, ProductSpec>;
}

export type ItemKind = 'batch' | 'roll' | 'cell' | 'tray' | 'module' | 'pack';

export interface PlantStation {
  id: string;
  index: number;
  item: ItemKind;
  zone: string;
  materials: readonly string[];
  retests: number;
  /** Seconds from one item to the next at one machine. */
  cycleS: number;
  /** Shortest time since the station before, h. */
  waitHours: number;
  /** What people can have done there, and which characteristics it mends (`*`: all). */
  actions: ReadonlyArray<{ id: string; mends: readonly string[] }>;
  /** What people may ask its machines for. */
  requests?: Requests;
  /** What it measures; texts are not made up. */
  characteristics: readonly PlantCharacteristic[];
}

export interface PlantEquipment {
  id: string;
  area: string;
  station: string;
  /** Random-effect group. */
  key: number;
  positions: readonly { id: string; key: number }[];
}

/** One line through all areas of a site, from mixing to pack. */
export interface PlantLine {
  id: string;
  /** 0, 1, … within the site. */
  number: number;
  equipment: ReadonlyMap<string, readonly PlantEquipment[]>;
  /** What is started one by one: the cell, or what stands for it on a line without cells. */
  lead: Exclude<ItemKind, 'tray'>;
  /** Stations of batches and rolls before it, its own (trays' too), and those of modules and packs after it. */
  before: readonly PlantStation[];
  way: readonly PlantStation[];
  after: readonly PlantStation[];
}

/** The part of the control plan the simulator runs: one site. */
export interface Plant {
  enterprise: string;
  site: string;
  calendar: Calendar;
  products: readonly string[];
  /** Zone → area it lies in. */
  zones: ReadonlyMap<string, string>;
  stations: readonly PlantStation[];
  characteristics: readonly PlantCharacteristic[];
  /** Environmental characteristics by `zone quantity`. */
  environment: ReadonlyMap<string, PlantCharacteristic>;
  lines: readonly PlantLine[];
  /** The process that makes up its records, and what it is for this plan. */
  kind: LineKind;
  model: LineModel;
}
