import { type FaultKind } from '../faults/FaultKind';
import { type Plant, type PlantCharacteristic, type PlantLine, type PlantStation } from '../plant/Plant';
import { type Process } from '../process/Process';
import { type Bench } from '../world/Bench';
import { type Floor } from '../world/Floor';
import { type Cell } from '../world/Item';
import { type Judge } from '../world/Judge';
import { type Machines } from '../world/Machines';
import { type Shipping } from '../world/Shipping';
import { type Supplies } from '../world/Supplies';
import { type Defect } from './Defect';

/** How long a station takes: `cycleS` for one item at one position, `hours` for a tray; `waitS` is the way to it. */
export interface StationTime {
  cycleS: number;
  waitS: number;
  hours?: number;
}

/** What the items of a line are made of: batches and rolls, made ahead of need. */
export interface Feed {
  /** Whether there is enough for one item; if not, `then` is called once when more has come. */
  ready(at: number, then: () => void): boolean;
  /** Gives a new item its parents, and with them their true state. */
  supply(item: Cell, at: number): void;
}

export interface FeedParts {
  floor: Floor;
  line: PlantLine;
  bench: Bench;
  judge: Judge;
  machines: Machines;
  supplies: Supplies;
  shipping: Shipping;
}

/** How the stations of a plan do what they do: everything that a control plan does not say of its own process. */
export interface LineModel {
  /** Letter of the chemistry in codes of cells (GB/T 34014). */
  chemistry: string;
  /** Causes and shares of a characteristic; one without is its own noise only. */
  process(characteristic: PlantCharacteristic): Process | undefined;
  defects: readonly Defect[];
  /** From one item started to the next, ms. */
  taktMs(line: PlantLine): number;
  time(station: PlantStation, line: PlantLine): StationTime;
  /** How lots of a material are named, and for how many items one is enough. */
  lots(material: string): { prefix: string; items: number };
  /** The characteristic that says how many hours a tray stays. */
  stay?: string;
  /** The station where set-up parts leave the line, and the one that grades. */
  setupLeaves?: string;
  grades?: string;
  /** Stations whose gauges are checked with a master part early in every shift. */
  checks(station: PlantStation): boolean;
  /** Stations whose machines stop with the line; the others (ovens, racks, rooms) run on. */
  stops(station: PlantStation): boolean;
  /** Stations whose machines are rebuilt for another product. */
  rebuilds(station: PlantStation): boolean;
  /** Stations whose tools wear and are changed. */
  wears(station: PlantStation): boolean;
  feed(parts: FeedParts): Feed;
}

/** A plant before its process is known. */
export type PlantAsPlanned = Omit<Plant, 'kind' | 'model'>;

/** An entry of the registry: a process that a plan may name as its `simulation`. */
export interface LineKind {
  id: string;
  title: string;
  /** Faults that only this process knows. */
  faults: readonly FaultKind[];
  /** Faults a demonstration begins with, as the command line writes them. */
  usual(plant: PlantAsPlanned): string[];
  /** @throws Error with a sentence when the plan lacks what the process needs */
  of(plant: PlantAsPlanned): LineModel;
}
