import { Random } from '../../../core/Random';
import { defectOf } from '../defects';
import { Concerned } from '../../../faults/Concerned';
import { type FaultKind } from '../../../faults/FaultKind';
import { during } from '../../../faults/place';
import { lines, toldLine } from '../../../faults/toldPlace';
import { crewOf, operatorOf } from '../../../world/Crew';
import { truthOf } from '../../../faults/truthOf';

/** Extra share of cells with bad tab welds while that crew works. */
const EXTRA = 0.03;

export const crewHandling: FaultKind = {
  id: 'crew-handling',
  title: 'One of four crews bends tabs while loading: bad tab welds in its shifts',
  takes: lines,
  mendedBy: ['instructed'],
  start(settings) {
    const { plant, seed, fromMs } = settings;
    const line = settings.place === undefined ? undefined : toldLine(settings);
    const crew = crewOf(plant.calendar.shiftAt(fromMs).number);
    const random = Random.named(seed, 'fault crew-handling');
    const own = line ? [line] : plant.lines;
    const operators = own.flatMap((at) =>
      [...new Set((at.equipment.get('tab_welding') ?? []).map(({ area }) => area))].map((area) =>
        operatorOf(plant, at, area, crew)
      )
    );
    const concerned = new Concerned();
    return {
      id: this.id,
      launch(cell, at) {
        const theirs = crewOf(plant.calendar.shiftAt(at).number) === crew;
        const here = line === undefined || cell.line === line;
        if (here && theirs && during(settings, at) && cell.defect < 0 && random.chance(EXTRA)) {
          cell.defect = defectOf('tab_weld_resistance');
          cell.fate = 1;
          concerned.add(cell.id, at);
        }
      },
      judged: (visit) => concerned.judged(visit, ['tab_weld_resistance']),
      truth: () =>
        truthOf(
          crewHandling,
          settings,
          {
            line: line?.id ?? '*',
            station: 'tab_welding',
            equipment: [],
            characteristics: ['tab_weld_resistance'],
            what: 'share',
            operators,
          },
          concerned,
          { crew }
        ),
    };
  },
};
