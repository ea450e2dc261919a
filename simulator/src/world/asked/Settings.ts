import { type PlantEquipment } from '../../plant/Plant';
import { type Visit } from '../Item';

interface Setting {
  equipment: PlantEquipment;
  /** Left out: the whole machine. */
  position?: string;
  characteristic: string;
  amount: number;
}

/** By how much machines were set higher since they were built, in the unit of what is set. */
export class Settings {
  private readonly all: Setting[] = [];

  set(setting: Setting): void {
    this.all.push(setting);
  }

  /** By how much a characteristic is higher in what a visit makes. */
  of({ equipment, position }: Visit, characteristic: string): number {
    let sum = 0;
    for (const one of this.all) {
      const here = one.equipment === equipment && (one.position === undefined || one.position === position?.id);
      sum += here && one.characteristic === characteristic ? one.amount : 0;
    }
    return sum;
  }
}
