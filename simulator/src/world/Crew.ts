import { type PlantLine } from '../plant/Plant';
import { type Floor } from './Floor';

/** Shifts begin on a quarter of an hour. */
const QUARTER = 900_000;

/** Who works where: shifts of the calendar, operators as pseudonyms, work orders. */
export class Crew {
  private memo?: { from: number; to: number; shift: string; number: number };

  constructor(private readonly floor: Floor) {}

  at(line: PlantLine, area: string, t: number): { operator: string; shift: string } {
    const { shift, number } = this.shift(t);
    // Four crews rotate, so that a crew works at different hours.
    const crew = number % 4;
    const person = this.floor.group(`crew ${crew} ${line.id} ${area}`) % 40;
    return { operator: `op-${String(person + 1).padStart(2, '0')}`, shift };
  }

  /** A work order is one product on one line in one shift. */
  workOrder(line: PlantLine, t: number): string {
    return `WO-${this.shift(t).number % 10_000}-${line.number + 1}`;
  }

  shift(t: number): { shift: string; number: number } {
    const { memo } = this;
    if (memo && t >= memo.from && t < memo.to) {
      return memo;
    }
    const { id, number } = this.floor.plant.calendar.shiftAt(t);
    const from = Math.floor(t / QUARTER) * QUARTER;
    this.memo = { from, to: from + QUARTER, shift: id, number };
    return this.memo;
  }
}
