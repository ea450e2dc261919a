import { type Bench } from './Bench';
import { type Visit } from './Item';

/** What a station says of its own readings. */
export class Judge {
  constructor(private readonly bench: Bench) {}

  /**
   * Sets verdict and reason: `ok`, or `retest` while the plan allows one, else `nok`. A sentinel is not a result and
   * is always measured again.
   */
  verdict(visit: Visit): void {
    const { station, values, subject, number } = visit;
    const out: string[] = [];
    let odd = false;
    for (const model of this.bench.modelsOf(station)) {
      const { id, plausibleHigh } = model.characteristic;
      const value = values[id];
      if (value === undefined) {
        continue;
      }
      const { lsl, usl } = this.bench.scale(model, subject.product);
      if ((lsl !== undefined && value < lsl) || (usl !== undefined && value > usl)) {
        out.push(id);
        odd ||= plausibleHigh !== undefined && value > plausibleHigh;
      }
    }
    if (out.length > 0) {
      visit.reason = out.join(' ');
      visit.verdict = number <= station.retests || (odd && number < 3) ? 'retest' : 'nok';
    }
  }
}
