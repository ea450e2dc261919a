import { HOUR, MINUTE } from '@cellthread/calendar';
import { type PlantEquipment, type PlantLine } from '../plant/Plant';
import { toolLife } from './Bench';
import { type Floor } from './Floor';
import { type Machines } from './Machines';
import { type Shipping } from './Shipping';

const BLOCK = 8 * HOUR;
const HEARTBEAT = 15 * MINUTE;
/** Says what the machines of a line are doing: on every change, and every quarter of an hour anyway. */
export class EquipmentStates {
  private readonly state = new Map<string, string>();
  private program = '';

  constructor(
    private readonly floor: Floor,
    private readonly line: PlantLine,
    private readonly machines: Machines,
    private readonly shipping: Shipping
  ) {
    this.program = floor.plant.products[0] ?? '';
  }

  start(): void {
    const { floor, line } = this;
    const { startMs } = floor.options;
    const all = [...line.equipment.values()].flat();
    all.forEach((equipment, i) => {
      const first = startMs + i * 250;
      floor.repeat(first, (at) => {
        this.report(equipment, this.stateAt(equipment, at), at, true);
        return at + HEARTBEAT;
      });
      const firstBlock = Math.floor(startMs / BLOCK);
      const stops = (block: number): void => {
        const stop = this.machines.stopIn(equipment, block);
        if (stop && stop.from > startMs) {
          floor.whileBusy(stop.from, () => this.report(equipment, 'fault', stop.from, false));
          floor.whileBusy(stop.to, () => this.report(equipment, this.stateAt(equipment, stop.to), stop.to, false));
        }
      };
      if (this.is('stops', equipment)) {
        stops(firstBlock);
        floor.repeat((firstBlock + 1) * BLOCK, (at) => {
          stops(Math.round(at / BLOCK));
          return at + BLOCK;
        });
      }
      this.toolChanges(equipment);
    });
    const members = all.filter((equipment) => this.is('stops', equipment));
    floor.repeat(startMs + MINUTE, (at) => {
      const stop = floor.stopAt(line, at);
      if (stop && this.state.get(members[0]?.id ?? '') !== 'planned-stop') {
        members.forEach((equipment, i) =>
          floor.schedule(at + i * 50, () => this.report(equipment, 'planned-stop', at + i * 50, false))
        );
      }
      if (!stop) {
        members
          .filter(({ id }) => this.state.get(id) === 'planned-stop')
          .forEach((equipment, i) =>
            floor.schedule(at + i * 50, () => this.report(equipment, 'running', at + i * 50, false))
          );
      }
      return at + MINUTE;
    });
  }

  /** Machines are rebuilt for another product. */
  changeover(from: number, to: number, product: string): void {
    this.program = product;
    const members = [...this.line.equipment.values()].flat().filter((equipment) => this.is('rebuilds', equipment));
    members.forEach((equipment, i) => {
      this.report(equipment, 'changeover', from, false);
      this.floor.schedule(to + i * 50, () => this.report(equipment, 'running', to + i * 50, false));
    });
  }

  /** A machine stands because somebody asked it to. */
  pause(equipment: PlantEquipment, from: number, to: number): void {
    this.report(equipment, 'idle', from, false);
    this.floor.schedule(to, () => this.report(equipment, this.stateAt(equipment, to), to, false));
  }

  private toolChanges(equipment: PlantEquipment): void {
    const { floor } = this;
    if (!this.is('wears', equipment)) {
      return;
    }
    const { lifeMs, phase } = toolLife(equipment.key);
    const start = floor.options.startMs;
    const first = Math.ceil((Math.ceil(start / lifeMs + phase) - phase) * lifeMs);
    floor.repeat(first, (at) => {
      this.shipping.event(this.line, equipment, 'tool-change', at, {
        text: 'tool changed',
        target_type: 'equipment',
        target_id: equipment.id,
      });
      return at + lifeMs;
    });
  }

  private is(what: 'stops' | 'rebuilds' | 'wears', { station: id }: PlantEquipment): boolean {
    const { stations, model } = this.floor.plant;
    const station = stations.find((s) => s.id === id);
    return station !== undefined && model[what](station);
  }

  private stateAt(equipment: PlantEquipment, at: number): string {
    const moves = this.is('stops', equipment);
    if (this.machines.pausedAt(equipment, at)) {
      return 'idle';
    }
    if (moves && this.floor.stopAt(this.line, at)) {
      return 'planned-stop';
    }
    return moves && this.machines.stopAt(equipment, at) ? 'fault' : 'running';
  }

  private report(equipment: PlantEquipment, state: string, at: number, always: boolean): void {
    if (!always && this.state.get(equipment.id) === state) {
      return;
    }
    const current = this.state.get(equipment.id);
    const shown = always && current === 'changeover' ? current : state;
    this.state.set(equipment.id, shown);
    this.shipping.state(this.line, equipment, at, { state: shown, program: this.program });
  }
}
