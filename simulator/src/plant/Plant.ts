import { type Calendar } from './Calendar';

/** Limits and spread of a characteristic for one product; what the plan does not state is undefined. */
export interface ProductSpec {
  lsl?: number;
  target: number;
  usl?: number;
  sigma: number;
}

/** A characteristic as the simulator needs it. */
export interface PlantCharacteristic {
  id: string;
  /** Place in every per-characteristic array. */
  index: number;
  station: string;
  lognormal: boolean;
  /** Resolution of the gauge, in the characteristic's unit. */
  resolution: number;
  /** Gauge noise over total spread, 0…1. */
  gauge: number;
  /** A value in every n-th cell; 0: one per lot; 1: always. */
  every: number;
  /** Largest reading of the gauge, if it stops at one. */
  over?: number;
  plausibleHigh?: number;
  /** What the plan derives it from (ids of raw values), with the formula's coefficient. */
  derived?: { formula: string; from: readonly string[]; coefficient: number; reference: number };
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
  /** Environmental characteristics by `zone.quantity`. */
  environment: ReadonlyMap<string, PlantCharacteristic>;
  lines: readonly PlantLine[];
}
