import { type PlantLine } from '../plant/Plant';
import { type Action } from '../told/Told';
import { type Cell, type Visit } from '../world/Item';
import { type Message } from '../world/Message';
import { type Supplies } from '../world/Supplies';

/** In what a fault shows: the level or spread of values, the share of bad ones; `record`: the records themselves. */
export type Shown = 'level' | 'spread' | 'share' | 'record';

/** Where something is to be seen. */
export interface Sight {
  station: string;
  characteristics: string[];
  what: Shown;
}

/** One item among those concerned. */
export interface Moment {
  item: string;
  at_ms: number;
  /** Its number among those concerned: 1 is the first. */
  number: number;
}

/** What ended a fault at a machine, before its time. */
export interface Ended {
  at_ms: number;
  /** Id of an action of the plan, and the kind and id of the event that told it. */
  by: string;
  event: string;
  event_id?: string;
  /** Left out: all machines of the station. */
  equipment?: string;
  /** Left out: the whole machine. */
  position?: string;
}

/** What really happened: written to a file, never sent. */
export interface Truth extends Sight {
  id: string;
  title: string;
  /** A case in which no alarm may be raised. */
  silent: boolean;
  from_ms: number;
  /** Null: it goes on; also while it was ended at some of its machines only. */
  to_ms: number | null;
  ended?: Ended[];
  site: string;
  /** `*`: all. So for stations. */
  line: string;
  equipment: string[];
  position?: string;
  /** What it follows where that is no machine. */
  lot?: string;
  zone?: string;
  operators?: string[];
  /** Where it is to be seen first, if that is another station. */
  shows?: Sight;
  /** Cells (or other items) concerned so far. */
  cells: string[];
  /** The first item concerned, and the first of them that came out of spec by it. */
  first?: Moment;
  first_out_of_spec?: Moment;
  detail?: Record<string, unknown>;
}

/** A fault while it runs. Each hook is optional; all see the same moment as the machine does. */
export interface Fault {
  readonly id: string;
  /** Until when a line stands still, if it does at t; `starting`: for items yet to be started. */
  stands?(line: PlantLine, t: number, starting: boolean): number | undefined;
  /** What a line makes in place of what is scheduled. */
  makes?(line: PlantLine, t: number): string | undefined;
  /** A cell is launched. */
  launch?(cell: Cell, atMs: number): void;
  /** The machine is about to take its materials. */
  beforeLoad?(visit: Visit, supplies: Supplies): void;
  /** The item is made: change its true state (`subject.z`) or its defect. */
  make?(visit: Visit): void;
  /** The item was measured: change the readings. */
  read?(visit: Visit): void;
  /** The visit has its verdict. */
  judged?(visit: Visit): void;
  /** A visit is about to be sent: what leaves instead, with `timeMs` not before the original's. */
  deliver?(message: Message, visit: Visit): Message[];
  /** An environment reading: what is measured instead. */
  sense?(zone: string, quantity: string, value: number, atMs: number): number;
  /** Somebody did something to a machine. */
  done?(action: Action, atMs: number): void;
  truth(): Truth;
}
