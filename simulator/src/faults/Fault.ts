import { type Cell, type Visit } from '../world/Item';
import { type Message } from '../world/Message';
import { type Supplies } from '../world/Supplies';

/** What really happened: written to a file, never sent. */
export interface Truth {
  id: string;
  title: string;
  /** A case in which no alarm may be raised. */
  silent: boolean;
  from_ms: number;
  to_ms: number | null;
  site: string;
  line: string;
  station: string;
  equipment: string[];
  position?: string;
  characteristics: string[];
  /** Cells (or other items) concerned so far. */
  cells: string[];
  detail?: Record<string, unknown>;
}

/** A fault while it runs. Each hook is optional; all see the same moment as the machine does. */
export interface Fault {
  readonly id: string;
  /** A cell is launched. */
  launch?(cell: Cell, atMs: number): void;
  /** The machine is about to take its materials. */
  beforeLoad?(visit: Visit, supplies: Supplies): void;
  /** The item is made: change its true state (`subject.z`) or its defect. */
  make?(visit: Visit): void;
  /** The item was measured: change the readings. */
  read?(visit: Visit): void;
  /** A visit is about to be sent: what leaves instead, with `timeMs` not before the original's. */
  deliver?(message: Message, visit: Visit): Message[];
  /** An environment reading: what is measured instead. */
  sense?(zone: string, quantity: string, value: number, atMs: number): number;
  truth(): Truth;
}
