import { HOUR } from '@cellthread/calendar';
import { Concerned } from '../Concerned';
import { type FaultKind } from '../FaultKind';
import { during } from '../place';
import { lines, toldLine } from '../toldPlace';
import { truthOf } from '../truthOf';
import { measuredOn } from './measuredOn';

const LASTS_MS = 4 * HOUR;

export const changeover: FaultKind = {
  id: 'changeover',
  title: 'A line makes another product for four hours',
  silent: true,
  takes: lines,
  start(settings) {
    const { plant, fromMs } = settings;
    const own = { ...settings, toMs: Math.min(settings.toMs, fromMs + LASTS_MS) };
    const line = toldLine(settings);
    const [, other] = plant.products;
    if (other === undefined) {
      throw new Error('The plan has no second product: this case cannot be simulated.');
    }
    const concerned = new Concerned();
    return {
      id: this.id,
      makes: (at, t) => (at === line && during(own, t) ? other : undefined),
      launch(cell, at) {
        if (cell.line === line && during(own, at)) {
          concerned.add(cell.id, at);
        }
      },
      truth: () =>
        truthOf(
          changeover,
          own,
          { line: line.id, station: '*', equipment: [], characteristics: measuredOn(line), what: 'level' },
          concerned
        ),
    };
  },
};
