import { HOUR } from '@cellthread/calendar';
import { crewOf, operatorOf } from '../../world/Crew';
import { Concerned } from '../Concerned';
import { type FaultKind } from '../FaultKind';
import { lines, toldLine } from '../toldPlace';
import { truthOf } from '../truthOf';
import { measuredOn } from './measuredOn';

/** A shift is found within this time. */
const LONGEST_MS = 24 * HOUR;

export const otherCrew: FaultKind = {
  id: 'other-crew',
  title: 'At the next change of shift another crew comes than the one whose turn it is, and works as well',
  silent: true,
  takes: lines,
  start(settings) {
    const { plant, fromMs } = settings;
    const line = toldLine(settings);
    const shift = plant.calendar.shiftAt(fromMs).number + 1;
    const crew = crewOf(shift + 2);
    const operators = new Set<string>();
    const concerned = new Concerned();
    return {
      id: this.id,
      deliver(message, { line: at, equipment, endMs, subject, cell }) {
        const theirs = at === line && endMs - fromMs < LONGEST_MS && plant.calendar.shiftAt(endMs).number === shift;
        if (!theirs || endMs < fromMs || message.payload.operator === undefined) {
          return [message];
        }
        const operator = operatorOf(plant, line, equipment.area, crew);
        operators.add(operator);
        if (cell) {
          concerned.add(subject.id, endMs);
        }
        return [{ ...message, payload: { ...message.payload, operator } }];
      },
      truth: () =>
        truthOf(
          otherCrew,
          settings,
          {
            line: line.id,
            station: '*',
            equipment: [],
            characteristics: measuredOn(line),
            what: 'level',
            operators: [...operators],
          },
          concerned
        ),
    };
  },
};
