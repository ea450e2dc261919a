import { type Plant } from '../plant/Plant';
import { type Fault } from './Fault';

/** When and where a fault runs. */
export interface FaultSettings {
  plant: Plant;
  seed: number;
  fromMs: number;
  /** Infinity: until the end. */
  toMs: number;
}

/** An entry of the registry. */
export interface FaultKind {
  id: string;
  title: string;
  /** No alarm may follow. */
  silent?: boolean;
  start(settings: FaultSettings): Fault;
}
