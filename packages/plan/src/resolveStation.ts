import { longestPause, severalOutOfSpec } from './cadence';
import { durationSeconds } from './duration';
import type { PlanFile, StationFile } from './planFile';
import { resolveCharacteristic } from './resolveCharacteristic';
import type { Equipment, Station } from './types';

/** Tray and batch stations stamp many items at one moment: they keep seconds, and the hash takes the rest. */
const secondItems: readonly string[] = ['batch', 'tray'];

function resolveGate(gate: StationFile['gate']): Station['gate'] {
  return gate === true ? { unknown: 'deny' } : gate === false ? undefined : gate;
}

/** What the plan does not allow nobody may ask for. */
function resolveRequests(file: StationFile['requests'], equipment: string[]): Station['requests'] {
  const { pause = false, adjust = [] } = file ?? {};
  const pausing = pause === true ? equipment : pause || [];
  return pausing.length + adjust.length === 0
    ? undefined
    : { pause: pausing, adjust: adjust.map((of) => ({ equipment, ...of })) };
}

/** Defaults of a station: `ms` (`s` for trays and batches), no gate, no retest, gap 30 min or ten cycles, no warm-up. */
export function resolveStation(
  file: StationFile,
  order: number,
  equipment: readonly Equipment[],
  defaults: NonNullable<PlanFile['defaults']>
): Station {
  const own = equipment.filter(({ station }) => station === file.id);
  const names = [...new Set(own.map(({ id }) => id))];
  return {
    id: file.id,
    order,
    name: file.name,
    item: file.item,
    areas: [...new Set(own.map(({ area }) => area))],
    zone: file.zone ?? '',
    time_resolution: file.time_resolution ?? (secondItems.includes(file.item) ? 's' : 'ms'),
    from_station: file.from_station && { min_hours: 0, ...file.from_station },
    gate: resolveGate(file.gate),
    retest: { max: 0, decide: 'last', count: false, ...file.retest },
    cycle_s: file.cycle,
    cost_added: file.cost_added,
    max_gap_s: file.max_gap === undefined ? longestPause(file.cycle) : durationSeconds(file.max_gap),
    k_of_n: { ...severalOutOfSpec, ...file.k_of_n },
    warmup_cells: file.warmup_cells ?? 0,
    materials: file.materials ?? [],
    causes: file.causes ?? defaults.causes ?? [],
    actions: file.actions ?? defaults.actions ?? [],
    requests: resolveRequests(file.requests, names),
    raw_values: file.raw_values ?? [],
    equipment: names,
    characteristics: file.characteristics.map((characteristic, index) =>
      resolveCharacteristic(characteristic, index + 1, file, own, defaults.reactions?.[file.item] ?? {})
    ),
  };
}
