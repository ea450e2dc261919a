import { type Plant } from '../plant/Plant';
import { type Fault } from './Fault';

/** When and where a fault runs. */
export interface FaultSettings {
  plant: Plant;
  seed: number;
  fromMs: number;
  /** Infinity: until the end. */
  toMs: number;
  /** Where, as the kind writes it; left out: its usual one. */
  place?: string;
}

/** The places that a kind of fault may be told. */
export interface Places {
  /** How one is written. */
  written: string;
  among(plant: Plant): string[];
}

/** An entry of the registry. */
export interface FaultKind {
  id: string;
  /** What it was called before: understood still. */
  formerly?: string;
  title: string;
  /** No alarm may follow. */
  silent?: boolean;
  /** How long it takes until it is whole, ms; left out: some hours at most. */
  lastsMs?: number;
  takes: Places;
  /** Actions of the plan that end it where they are done: their ids, or those that the plan says mend its characteristics; left out: none. */
  mendedBy?: readonly string[] | 'plan';
  start(settings: FaultSettings): Fault;
}
