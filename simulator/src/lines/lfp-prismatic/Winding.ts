import { type PlantEquipment, type PlantLine } from '../../plant/Plant';
import { type Floor } from '../../world/Floor';
import { type Cell } from '../../world/Item';
import { type Shipping } from '../../world/Shipping';
import { type Feed } from '../LineModel';
import { type Electrodes } from './Electrodes';
import { laneName, LANES, type Polarity, polarityOf, ROLL_M, rollMaterial, SEGMENTS, type SlitRoll } from './Roll';

const THIN_ROLL_WEIGHT = 3;

/** Winds electrode from slit rolls into cells. */
export class Winding implements Feed {
  constructor(
    private readonly floor: Floor,
    private readonly line: PlantLine,
    private readonly electrodes: Electrodes,
    private readonly shipping: Shipping
  ) {}

  ready(at: number, then: () => void): boolean {
    return this.electrodes.ready(at, then);
  }

  supply(cell: Cell, at: number): void {
    this.wind(cell, 'c', at);
    this.wind(cell, 'a', at);
  }

  /** Gives the cell its stretch of electrode, and with it the electrode's true state. */
  private wind(cell: Cell, polarity: Polarity, at: number): void {
    const { floor, line, electrodes } = this;
    const pieces = electrodes.take(polarity, cell.thin ? THIN_ROLL_WEIGHT : 1);
    const material = rollMaterial[polarity];
    const main = pieces[0]?.roll;
    if (!main) {
      return;
    }
    cell.rolls[material] = main;
    Object.assign(cell.groups, main.mother.groups);
    const z = this.stretch(main, pieces[0]?.fromM ?? 0);
    for (const { characteristic, index } of floor.models) {
      if (polarityOf(characteristic.id) === polarity && index < cell.z.length) {
        const value = main.z[index] || z[index];
        cell.z[index] = cell.z[index] || (value ?? 0);
      }
    }
    const [stacker] = line.equipment.get(line.way[0]?.id ?? '') ?? [];
    for (const { roll, fromM, toM } of pieces) {
      this.shipping.edge(line, stacker as PlantEquipment, at, {
        relation: 'cut_from',
        child_id: cell.id,
        child_type: 'cell',
        parent_id: roll.id,
        parent_type: 'roll',
        quantity: toM - fromM,
        unit: 'm',
        lane: laneName(roll.lane),
        from_m: fromM,
        to_m: toM,
      });
    }
  }

  /** State of the mother web where a metre of the slit roll lies (it was rewound: metre 0 is the mother's end). */
  private stretch(roll: SlitRoll, metre: number): Float64Array {
    const back = ROLL_M - metre;
    const segment = Math.min(SEGMENTS - 1, Math.max(0, Math.floor((back / ROLL_M) * SEGMENTS)));
    return roll.mother.z[roll.lane % LANES]?.[segment] as Float64Array;
  }
}
