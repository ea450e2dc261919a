import { type PlantCharacteristic } from '../../plant/Plant';
import { type Defect } from '../Defect';

/** Share of cells with a defect that their spreads would not give, over all characteristics together. */
const TOTAL = 0.05;
const FALSE_ALARM = 0.2;
const MENDED = 0.4;

/**
 * Every characteristic with a limit has its share of the defects. Those that count or judge bring their own by what the plan
 * expects of them: here they only say how many rework mends.
 */
export function defectsOf(characteristics: readonly PlantCharacteristic[], product: string): Defect[] {
  const limited = characteristics.flatMap((characteristic) => {
    const { lsl, usl } = characteristic.specs.get(product) ?? {};
    return lsl === undefined && usl === undefined ? [] : [{ ...characteristic, lsl, usl }];
  });
  const measured = limited.filter(({ type }) => type === 'number').length;
  return limited.map(({ id, station, type, lsl, usl, index }) => ({
    characteristic: id,
    station,
    side: usl !== undefined && (lsl === undefined || index % 2 === 0) ? 'high' : 'low',
    rate: type === 'number' ? TOTAL / measured : 0,
    falseAlarm: FALSE_ALARM,
    mended: MENDED,
    note: 'worked on and measured again',
  }));
}
