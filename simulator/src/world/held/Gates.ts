import { type PlantStation } from '../../plant/Plant';
import { type Command } from '../../told/Told';
import { type Floor } from '../Floor';
import { type Cell } from '../Item';
import { type Decision, Dispositions } from './Dispositions';

/** What a gate has done with an item. */
export interface Ways {
  /** Through the gate, to a station or to the end of its way. */
  enter(cell: Cell, next: PlantStation | undefined, at: number): void;
  /** Back to a station for another visit, and then to the gate again. */
  sendBack(cell: Cell, station: PlantStation, next: PlantStation | undefined, at: number, command: Command): void;
}

/** What became of a command, in words and, where it was obeyed, as the station before which (or to which) it was. */
export interface Answer {
  text: string;
  obeyed: boolean;
  station?: string;
}

const nothing = (text: string): Answer => ({ text, obeyed: false });
const done = (text: string, station?: string): Answer => ({ text, obeyed: true, station });

interface Waiting {
  cell: Cell;
  next: PlantStation | undefined;
}

/** Before every station stands a gate: what is held does not pass it, and waits aside until it may go on. */
export class Gates {
  readonly dispositions: Dispositions;
  private readonly aside = new Map<string, Waiting>();
  /** Items on their way, and of those that are on it no more how they left it. */
  private readonly items = new Map<string, Cell | string>();

  constructor(
    private readonly floor: Floor,
    private readonly ways: Ways
  ) {
    this.dispositions = new Dispositions(floor);
  }

  /** Lets an item through to `next`, or does what was commanded of it; false when it may not pass. */
  pass(cell: Cell, next: PlantStation | undefined, at: number): boolean {
    this.items.set(cell.id, cell);
    const decision = this.dispositions.decide(cell);
    if (decision.act === 'go') {
      cell.failedMs = undefined;
      return true;
    }
    this.floor.end();
    this.aside.set(cell.id, { cell, next });
    this.act({ cell, next }, decision, at);
    return false;
  }

  /** The item is on its way no more. */
  left(cell: Cell, how: string): void {
    this.items.set(cell.id, how);
    this.floor.end();
  }

  /** Does what a command says, as far as it can be done now. */
  obey(command: Command, at: number): Answer {
    const { dispositions } = this;
    const reach = dispositions.reach(command);
    if (reach === undefined) {
      return nothing(`nothing: this line does not follow a ${command.target.type}`);
    }
    dispositions.take(command, at);
    return reach === 'item' ? this.obeyFor(command, at) : this.obeyWide(command, at);
  }

  private obeyFor({ target, station }: Command, at: number): Answer {
    const item = this.items.get(target.id);
    if (item === undefined) {
      return nothing('nothing: not known on this line');
    }
    if (typeof item === 'string') {
      return nothing(`already past the gate: ${item}`);
    }
    const waiting = this.aside.get(item.id);
    const decision = this.dispositions.decide(item);
    if (waiting) {
      return this.act(waiting, decision, at);
    }
    const answer = this.promised(item, decision);
    return { ...answer, text: `${this.passed(item, station)}${answer.text}` };
  }

  /** What will be done at the next gate. */
  private promised(cell: Cell, { act, by }: Decision): Answer {
    const gate = this.gate(cell, this.ahead(cell));
    switch (act) {
      case 'go':
        return done('not diverted: goes on', gate);
      case 'wait':
        return done(`diverted before ${gate}`, gate);
      case 'leave':
        return done(`leaves the line before ${gate}`, gate);
      case 'rework': {
        const station = this.mending(cell, by)?.id;
        return done(
          station === undefined ? 'goes on: was at no station' : `sent back to ${station} before ${gate}`,
          station
        );
      }
    }
  }

  private obeyWide(command: Command, at: number): Answer {
    const concerned = [...this.aside.values()].filter(({ cell }) => this.dispositions.concerns(command, cell));
    const moved = concerned.filter((waiting) => {
      this.act(waiting, this.dispositions.decide(waiting.cell), at);
      return this.aside.get(waiting.cell.id) !== waiting;
    });
    const { state } = command;
    return done(
      state === 'hold' || state === 'inspect'
        ? `${concerned.length} wait, those to come are diverted`
        : `${moved.length} of ${concerned.length} that waited did not stay`
    );
  }

  /** Does it with one that stands aside. */
  private act(waiting: Waiting, { act, by }: Decision, at: number): Answer {
    const { cell, next } = waiting;
    const gate = this.gate(cell, next);
    if (act === 'wait') {
      return done(cell.failedMs === undefined ? `diverted before ${gate}` : `waits before ${gate}`, gate);
    }
    this.aside.delete(cell.id);
    if (act === 'leave') {
      this.items.set(cell.id, by?.state === 'scrap' ? 'scrapped' : 'downgraded');
      return done(`left the line before ${gate}`, gate);
    }
    this.floor.begin();
    cell.failedMs = undefined;
    const station = act === 'rework' ? this.mending(cell, by) : undefined;
    if (by && station) {
      this.dispositions.sentBack(cell, by);
      this.ways.sendBack(cell, station, next, at, by);
      return done(`sent back to ${station.id}`, station.id);
    }
    this.ways.enter(cell, next, at);
    return done(`went on to ${gate}`, gate);
  }

  /** Before which station an item comes to a gate next; undefined at the end of its way. */
  ahead({ line: { way }, at, back }: Cell): PlantStation | undefined {
    return back ? back.next : way[at ? way.indexOf(at) + 1 : 0];
  }

  private gate(cell: Cell, next: PlantStation | undefined): string {
    return next?.id ?? cell.line.after[0]?.id ?? 'shipping';
  }

  /** Of a command that came after the item had passed the gate behind its station. */
  private passed(cell: Cell, station: string | undefined): string {
    const { way } = cell.line;
    const from = way.findIndex(({ id }) => id === station);
    const gate = way[from + 1];
    return from >= 0 && gate && cell.at && way.indexOf(cell.at) > from
      ? `already past the gate before ${gate.id}; `
      : '';
  }

  /** The station that a rework is done at: where it was measured, else where the item was last; none where it was nowhere yet. */
  private mending(cell: Cell, command: Command | undefined): PlantStation | undefined {
    const told = cell.line.way.find(({ id }) => id === command?.station);
    return told && (cell.visits[told.index] as number) > 0 ? told : cell.at;
  }
}
