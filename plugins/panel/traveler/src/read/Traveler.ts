import type { TravelerPart } from '@cellthread/vocabulary';

import { type Names } from './names';

/** One cell's record, typed. Texts are empty and numbers null where the data has nothing. */
export interface Traveler {
  header: Header | null;
  operations: Operation[];
  characteristics: Characteristic[];
  genealogy: Edge[];
  environment: Reading[];
  events: CellEvent[];
  /** Parts of the record that the data does not have at all. */
  missing: Part[];
  /** Sentences of the datasource, and about what is not shown. */
  notes: string[];
  names: Names;
}

export type Part = TravelerPart;

export interface Header {
  cellId: string;
  product: string;
  site: string;
  line: string;
  firstSeen: number | null;
  lastSeen: number | null;
  station: string;
  verdict: string;
  disposition: string;
  visits: number | null;
  outOfSpec: number | null;
  rework: number | null;
}

export interface Operation {
  time: number | null;
  started: number | null;
  station: string;
  visit: number;
  verdict: string;
  runType: string;
  equipment: string;
  /** Equipment, by its name, and position: what is known, joined. */
  place: string;
  /** Recipe, order, shift, operator, carrier, as label and value. */
  details: Array<{ label: string; value: string }>;
  superseded: boolean;
}

export interface Characteristic {
  time: number | null;
  station: string;
  /** What the plan calls the station, where the data says so. */
  stationName: string;
  visit: number;
  id: string;
  name: string;
  value: number | null;
  /** The value of a characteristic that is a text; empty of any other. */
  text: string;
  /** A value of 1 is a yes, 0 a no. */
  boolean: boolean;
  unit: string;
  lsl: number | null;
  target: number | null;
  usl: number | null;
  /** What the datasource says of the value: `ok`, `nok`, or why it is no measurement; empty where it says nothing. */
  verdict: string;
  /** `measured`, `implausible`, `censored-low` or `censored-high`; empty where the data does not say. */
  reading: string;
  centre: number | null;
  sigma: number | null;
  z: number | null;
  percentile: number | null;
  /** What has to be known of its control limits ("are retired; …"); empty where approved ones hold. */
  controlLimits: string;
}

export interface Edge {
  relation: string;
  childId: string;
  childType: string;
  parentId: string;
  parentType: string;
  depth: number | null;
  quantity: number | null;
  unit: string;
  lane: string;
  fromM: number | null;
  toM: number | null;
}

export interface Reading {
  time: number | null;
  station: string;
  visit: number;
  zone: string;
  sensor: string;
  quantity: string;
  value: number | null;
  unit: string;
  ageS: number | null;
}

export interface CellEvent {
  time: number | null;
  kind: string;
  targetType: string;
  targetId: string;
  holdId: string;
  station: string;
  equipment: string;
  text: string;
  author: string;
  disposition: string;
  severity: string;
  reference: string;
}
