import { loadPlan } from '@cellthread/plan/load';
import { readPlant } from '../../../plant/readPlant';
import { compile, deviationOf, rounded, type Scale, valueOf } from '../../../process/Model';
import { processes } from './processes';

const plant = readPlant(loadPlan());
const models = compile(plant.characteristics, ({ id }) => processes[id]);
/** Values of a whole lot or tray, and OCV, whose trays share time and temperature. */
const shared = ['electrolyte_water', 'soak_time', 'ocv2'];

test('every characteristic of the plan has a process, and no process is without a characteristic', () => {
  const derivedOrSensed = ['ocv_dev_tray', 'dryroom_dewpoint'];
  const planned = plant.characteristics.map(({ id }) => id).filter((id) => !derivedOrSensed.includes(id));
  expect(Object.keys(processes).sort()).toEqual(planned.sort());
});

test.each(models.map((model) => [model.characteristic.id, model] as const))(
  'the shares of %s add up to one',
  (_, m) => {
    const squares = [...m.causes, ...m.levels].map(({ weight }) => weight * weight);
    const total = [m.own, m.equipment, m.position, m.wear].reduce((sum, w) => sum + w * w, 0);
    expect(total + squares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
  }
);

test('30 to 40 % of the variance lies between lots, rolls and trays', () => {
  const measured = models.filter(({ characteristic: { id } }) => id in processes && !shared.includes(id));
  expect(measured.length).toBeGreaterThan(35);
  for (const { between, characteristic } of measured) {
    expect({ id: characteristic.id, ok: between >= 0.3 && between <= 0.4 }).toEqual({
      id: characteristic.id,
      ok: true,
    });
  }
});

test('shares that leave nothing for the visit are refused with the name', () => {
  const [first] = plant.characteristics;
  const id = first?.id ?? '';
  expect(() => compile(plant.characteristics, () => ({ levels: ['tray'], equipment: 0.7 }))).toThrow(id);
});

test('values and deviations are each other’s inverse', () => {
  for (const model of models) {
    for (const scale of model.scales.values() as Iterable<Scale>) {
      if (model.characteristic.shape !== 'lognormal' || scale.target > 0) {
        expect(deviationOf(model, scale, valueOf(model, scale, 1.3))).toBeCloseTo(1.3, 9);
      }
    }
  }
});

test('rounding leaves no binary dust', () => {
  expect(rounded(0.1 + 0.2, 0.1)).toBe(0.3);
  expect(rounded(799.84, 0.1)).toBe(799.8);
  expect(rounded(3.29014, 0.0001)).toBe(3.2901);
});
