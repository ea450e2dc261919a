import { Random } from '../../../core/Random';
import { defectOf } from '../defects';
import { type FaultKind } from '../../../faults/FaultKind';
import { during } from '../../../faults/place';
import { truthOf } from '../../../faults/truthOf';

/** Extra share of cells with bad tab welds while that crew works. */
const EXTRA = 0.03;
const CREWS = 4;

export const crewHandling: FaultKind = {
  id: 'crew-handling',
  title: 'One of four crews bends tabs while loading: bad tab welds in its shifts',
  start(settings) {
    const { plant, seed, fromMs } = settings;
    const crew = plant.calendar.shiftAt(fromMs).number % CREWS;
    const random = Random.named(seed, 'fault crew-handling');
    const cells: string[] = [];
    return {
      id: this.id,
      launch(cell, at) {
        const theirs = plant.calendar.shiftAt(at).number % CREWS === crew;
        if (theirs && during(settings, at) && cell.defect < 0 && random.chance(EXTRA)) {
          cell.defect = defectOf('tab_weld_resistance');
          cell.fate = 1;
          cells.push(cell.id);
        }
      },
      truth: () =>
        truthOf(
          crewHandling,
          settings,
          { line: '*', station: 'tab_welding', equipment: [], characteristics: ['tab_weld_resistance'] },
          cells,
          { crew }
        ),
    };
  },
};
