import { type Command } from '../../told/Told';
import { type Floor } from '../Floor';
import { type Cell } from '../Item';

/** What is to be done with an item at a gate, and the command that says so. */
export interface Decision {
  act: 'go' | 'wait' | 'rework' | 'leave';
  by?: Command;
}

interface Taken {
  command: Command;
  atMs: number;
}

/** Targets that stand for the items that are in them, come from them or passed them. */
const WIDE: readonly string[] = ['tray', 'lot', 'batch', 'roll', 'equipment'];

const stops = ({ command }: Taken): boolean => command.state === 'hold' || command.state === 'inspect';
const ends = ({ command }: Taken): boolean => command.state === 'scrap' || command.state === 'downgrade';
const frees = ({ command }: Taken): boolean => command.state === 'release' || command.state === 'use-as-is';

/** What was commanded: of each target only the state with the greatest number. */
export class Dispositions {
  private readonly ofItem = new Map<string, Taken>();
  private readonly wide = new Map<string, Taken>();
  /** Items sent back, each once a command. */
  private readonly mended = new Set<string>();

  constructor(private readonly floor: Floor) {}

  /** `item`, `wide` (it stands for items), or undefined: nothing of it passes a gate. */
  reach({ target: { type } }: Command): 'item' | 'wide' | undefined {
    const isItem = type === 'cell' || this.floor.plant.lines.some(({ lead }) => lead === type);
    return isItem ? 'item' : WIDE.includes(type) ? 'wide' : undefined;
  }

  /** The command of the greatest number so far for the same target. */
  newest(command: Command): Command | undefined {
    return this.table(command).get(this.key(command))?.command;
  }

  take(command: Command, atMs: number): void {
    this.table(command).set(this.key(command), { command, atMs });
  }

  /** Whether a target that stands for items stands for this one. */
  concerns({ target: { type, id } }: Command, cell: Cell): boolean {
    const group = this.floor.group(id);
    return type === 'equipment'
      ? cell.equipment?.id === id
      : Object.values(cell.groups).includes(group) || Object.values(cell.rolls).some((roll) => roll.id === id);
  }

  /** While anything holds it an item waits; one that failed waits until somebody has decided about it since. */
  decide(cell: Cell): Decision {
    const taken = this.about(cell);
    const last = taken.find(ends);
    if (last) {
      return { act: 'leave', by: last.command };
    }
    const held = taken.find(stops);
    if (held) {
      return { act: 'wait', by: held.command };
    }
    const rework = taken.find(
      ({ command }) => command.state === 'rework' && !this.mended.has(`${cell.id} ${command.id}`)
    );
    if (rework) {
      return { act: 'rework', by: rework.command };
    }
    const { failedMs } = cell;
    const undecided = failedMs !== undefined && !taken.some((one) => frees(one) && one.atMs >= failedMs);
    return { act: undecided ? 'wait' : 'go' };
  }

  /** The item goes back to its station: that much of the command is done. */
  sentBack(cell: Cell, { id }: Command): void {
    this.mended.add(`${cell.id} ${id}`);
  }

  private about(cell: Cell): Taken[] {
    const own = this.ofItem.get(cell.id);
    const taken = own ? [own] : [];
    for (const one of this.wide.values()) {
      if (this.concerns(one.command, cell)) {
        taken.push(one);
      }
    }
    return taken;
  }

  private table(command: Command): Map<string, Taken> {
    return this.reach(command) === 'item' ? this.ofItem : this.wide;
  }

  /** An item is one whatever it is called. */
  private key(command: Command): string {
    const { type, id } = command.target;
    return this.reach(command) === 'item' ? id : `${type} ${id}`;
  }
}
