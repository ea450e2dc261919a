import { type Plant, type PlantLine } from '../plant/Plant';
import { type Floor } from './Floor';

/** Shifts begin on a quarter of an hour. */
const QUARTER = 900_000;
/** Crews rotate, so that a crew works at different hours. */
const CREWS = 4;
/** Pseudonyms that there are. */
const PEOPLE = 40;

/** The crew of the n-th shift, 0…3. */
export const crewOf = (shift: number): number => shift % CREWS;

/** Who of a crew works on a line in an area: each another person, while there are enough. */
export function operatorOf({ lines }: Pick<Plant, 'lines'>, line: PlantLine, area: string, crew: number): string {
  const teams = lines.flatMap(({ id, equipment }) =>
    [...new Set([...equipment.values()].flat().map((machine) => machine.area))].map((a) => `${id} ${a}`)
  );
  const person = (Math.max(0, teams.indexOf(`${line.id} ${area}`)) * CREWS + crew) % PEOPLE;
  return `op-${String(person + 1).padStart(2, '0')}`;
}

/** Who works where: shifts of the calendar, operators as pseudonyms, work orders. */
export class Crew {
  private readonly operators = new Map<string, string>();
  private memo?: { from: number; to: number; shift: string; number: number };

  constructor(private readonly floor: Floor) {}

  at(line: PlantLine, area: string, t: number): { operator: string; shift: string } {
    const { shift, number } = this.shift(t);
    const crew = crewOf(number);
    const key = `${crew} ${line.id} ${area}`;
    const operator = this.operators.get(key) ?? operatorOf(this.floor.plant, line, area, crew);
    this.operators.set(key, operator);
    return { operator, shift };
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
