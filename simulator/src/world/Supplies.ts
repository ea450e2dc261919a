import { type PlantEquipment, type PlantLine } from '../plant/Plant';
import { type Floor } from './Floor';
import { type Lot } from './Item';
import { type Shipping } from './Shipping';

/** The lots a line is working from; a lot is used up by items and the next one takes its place. */
export class Supplies {
  private readonly current = new Map<string, { lot: Lot; left: number; serial: number }>();
  private readonly loaded = new Map<string, string>();

  constructor(
    private readonly floor: Floor,
    private readonly shipping: Shipping
  ) {}

  /** One item's worth of a material (of `weight` items), from the lot in use. */
  take(line: PlantLine, material: string, weight: number): Lot {
    const key = `${line.id} ${material}`;
    let stock = this.current.get(key);
    if (!stock || stock.left <= 0) {
      stock = this.open(line, material, (stock?.serial ?? this.floor.options.epoch * 100) + 1);
      this.current.set(key, stock);
    }
    stock.left -= weight;
    return stock.lot;
  }

  /** Ends the lot in use, whatever is left of it. */
  change(line: PlantLine, material: string): void {
    const stock = this.current.get(`${line.id} ${material}`);
    if (stock) {
      stock.left = 0;
    }
  }

  /** Sends the genealogy edge when a machine meets a lot for the first time in a row. */
  load(line: PlantLine, equipment: PlantEquipment, material: string, lot: string, at: number, type = 'lot'): void {
    const key = `${equipment.key} ${material}`;
    if (this.loaded.get(key) !== lot) {
      this.loaded.set(key, lot);
      this.shipping.edge(line, equipment, at, {
        relation: 'consumes',
        child_id: equipment.id,
        child_type: 'equipment',
        parent_id: lot,
        parent_type: type,
      });
    }
  }

  private open(line: PlantLine, material: string, serial: number): { lot: Lot; left: number; serial: number } {
    const { prefix, items } = this.floor.plant.model.lots(material);
    const id = `${prefix}-${line.number + 1}${String(serial).padStart(4, '0')}`;
    return { lot: { id, key: this.floor.group(id) }, left: items, serial };
  }
}
