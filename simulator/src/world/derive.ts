import { rounded, type Model } from '../process/Model';
import { type Bench } from './Bench';
import { type Environment } from './Environment';
import { type Visit } from './Item';

/** Days of aging that the reported self-discharge refers to (the plan's real ones, whatever the compression). */
const AGING_DAYS = 10;
/** Spread of the temperature from cell to cell in one room, K. */
const CELL_TEMPERATURE = 0.35;

/**
 * Raw values behind the derived ones: what the tester read at the temperature it had, OCV1 before OCV2. The derived
 * reading is computed from the rounded raw ones, as the plan's formula says.
 */
export function derive(visit: Visit, models: readonly Model[], bench: Bench, environment: Environment): void {
  const { values, station, subject } = visit;
  for (const { characteristic } of models) {
    const { derived, id, resolution } = characteristic;
    const value = values[id];
    if (!derived || value === undefined) {
      continue;
    }
    if (derived.formula === 'temperature_25c') {
      const [raw, temperature] = derived.from;
      if (raw === undefined || temperature === undefined) {
        continue;
      }
      const noise = bench.start(station, subject, visit.number + 2000).normal();
      const t = rounded(environment.now(station.zone, 'temperature') + CELL_TEMPERATURE * noise, 0.1);
      const factor = 1 + derived.coefficient * (t - derived.reference);
      if (factor === 0) {
        continue;
      }
      values[temperature] = t;
      values[raw] = rounded(value * factor, resolution);
      values[id] = rounded((values[raw] as number) / factor, resolution);
    } else if (derived.formula === 'self_discharge_k') {
      const [ocv1, ocv2, days] = derived.from;
      const second = values[ocv2 ?? ''];
      if (ocv1 !== undefined && days !== undefined && second !== undefined) {
        const noise = bench.start(station, subject, visit.number + 3000).normal();
        values[days] = rounded(AGING_DAYS + 0.2 * noise, 0.01);
        values[ocv1] = rounded(second + (value * (values[days] as number)) / derived.scale, 0.000001);
      }
    }
  }
}
