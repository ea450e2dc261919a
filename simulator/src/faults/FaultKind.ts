import { type Plant } from '../plant/Plant';
import { type Fault } from './Fault';

/** When and where a fault runs. */
export interface FaultSettings {
  plant: Plant;
  seed: number;
  fromMs: number;
  /** Infinity: until the end. */
  toMs: number;
  /** Where, for kinds that take a place; left out: the first that fits. */
  station?: string;
  characteristic?: string;
}

/** An entry of the registry. */
export interface FaultKind {
  id: string;
  title: string;
  /** No alarm may follow. */
  silent?: boolean;
  /** What the command line may say of its place: a station, or one and a characteristic of it. */
  takes?: 'station' | 'characteristic';
  start(settings: FaultSettings): Fault;
}
