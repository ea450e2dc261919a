import { type Plan } from '@cellthread/plan';
import { loadPlan } from '@cellthread/plan/load';

/** The ten stations that the long line's cells pass, in order. */
const passedStations = [
  'stacking',
  'tab_welding',
  'case_welding',
  'leak_prefill',
  'filling',
  'formation',
  'degassing',
  'sealing',
  'capacity',
  'eol',
] as const;

/** What rows of one station look like. */
export interface Pass {
  station: string;
  /** Times of `s` stations are floored to the second. */
  seconds: boolean;
  /** Tag sets of its machines, in line protocol. */
  machines: Array<{ id: string; line: string; positions: string[] }>;
  values: Array<{ id: string; centre: number; sigma: number; decimals: number }>;
  lots: string[];
}

/** The passes of the long line as the control plan describes their stations, for product `lfp-202` at site `de1`. */
export function passes(plan: Plan = loadPlan()): Pass[] {
  return passedStations.map((id) => {
    const station = plan.stations.find((s) => s.id === id)!;
    return {
      station: id,
      seconds: station.time_resolution === 's',
      machines: plan.equipment.filter((e) => e.station === id && e.site === 'de1'),
      values: station.characteristics.map((c) => ({
        id: c.id,
        centre: c.spec.target ?? c.spec.lsl ?? c.spec.usl ?? 0,
        sigma: c.expected?.sigma ?? 1,
        decimals: c.decimals,
      })),
      lots: station.materials,
    };
  });
}
