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
  start(settings: FaultSettings): Fault;
}
