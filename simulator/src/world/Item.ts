import type { RunType, Verdict } from '@cellthread/vocabulary';
import { type PlantEquipment, type PlantLine, type PlantStation } from '../plant/Plant';
import { type Level } from '../process/Process';

/** Something with measured properties: a batch, a stretch of roll, a cell, a module. */
export interface Subject {
  id: string;
  /** Random-effect group and substream of the item. */
  key: number;
  product: string;
  /** True standardised deviation by characteristic index; 0 where not made yet. */
  z: Float64Array;
  /** The groups it belongs to. */
  groups: Partial<Record<Level, number>>;
}

export interface Lot {
  id: string;
  key: number;
}

/** One cell (or what is started in its place) on its way. */
export interface Cell extends Subject {
  /** Running number within the world. */
  number: number;
  line: PlantLine;
  runType: RunType;
  workOrder: string;
  /** Visits so far, by station index. */
  visits: Uint8Array;
  /** Index into the defect table of what is wrong with it, −1 for nothing. */
  defect: number;
  /** How it will end if it is found: 0 a false alarm, 1 mended, 2 lost. */
  fate: 0 | 1 | 2;
  /** Station to make it again at, by index; −1 for none. */
  remake: number;
  /** What is to be said with the next visit. */
  note?: string;
  /** Lots it took, by station index and material. */
  lots: Map<number, Record<string, string>>;
  /** Slit roll by material. */
  rolls: Record<string, Lot & { mother?: Lot }>;
  /** Of the thin past: stands for many cells. */
  thin: boolean;
  /** Tray hours are divided by this. */
  compress: number;
  carrier: string;
  slot: number;
  /** Machine and position of the last visit. */
  equipment?: PlantEquipment;
  position?: string;
  /** The station it is at, or was last. */
  at?: PlantStation;
  /** It was sent back, and goes on there afterwards (no station: at the end of its way). */
  back?: { next: PlantStation | undefined };
  /** When it failed without anybody deciding about it. */
  failedMs?: number;
}

/** One pass of an item through a station, while it is made and measured. */
export interface Visit {
  subject: Subject;
  cell?: Cell;
  line: PlantLine;
  station: PlantStation;
  equipment: PlantEquipment;
  position?: { id: string; key: number };
  number: number;
  startedMs: number;
  endMs: number;
  runType: RunType;
  /** Readings by characteristic or raw-value id. */
  values: Record<string, number>;
  lots: Record<string, string>;
  verdict: Verdict;
  reason?: string;
  note?: string;
  carrier?: string;
  slot?: number;
  lane?: string;
  fromM?: number;
  toM?: number;
}
