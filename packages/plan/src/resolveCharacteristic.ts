import { itemsAValue, monitorWindow, severalOutOfSpec, usualTolerance } from './cadence';
import { durationSeconds } from './duration';
import type { CharacteristicFile, ReactionFile, StationFile } from './planFile';
import { areParallel } from './monitors/stream';
import { any, stratumText } from './stratum';
import type { Characteristic, Equipment } from './types';
import { writtenUnit } from './units';

function seconds(duration: string | undefined): number | undefined {
  return duration === undefined ? undefined : durationSeconds(duration);
}

/** The chart of values that state none. */
const charts: Record<Characteristic['type'], Characteristic['chart']> = {
  number: 'i-mr',
  count: 'c',
  boolean: 'p',
  text: '',
};

function subgroupSize(file: CharacteristicFile): number {
  return file.subgroup?.n ?? (file.chart === 'xbar-r' || file.chart === 'xbar-s' ? 5 : 1);
}

function resolveMeasurement(measurement: CharacteristicFile['measurement'] = {}): Characteristic['measurement'] {
  const { calibration, master_check, ...rest } = measurement;
  return { ...rest, calibration_s: seconds(calibration), master_check_s: seconds(master_check) };
}

function resolveReaction(own: ReactionFile = {}, fallback: ReactionFile): Characteristic['reaction'] {
  const { text, owner, containment, escalate_after } = { ...fallback, ...own };
  return {
    text: text ?? {},
    owner: owner ?? 'shift lead',
    containment: containment ?? 'hold',
    escalate_after_s: durationSeconds(escalate_after ?? '30m'),
  };
}

/** Parallel streams need no approved limits. */
function usuallyAgainst(
  type: Characteristic['type'],
  source: CharacteristicFile['source'],
  equipment: readonly Equipment[]
): Characteristic['monitor']['against'] {
  return type === 'number' && source !== 'environment' && areParallel(equipment) ? 'sisters' : 'self';
}

/**
 * Defaults of a characteristic of a station with its equipment: a number, product, every item of its station, normal, both directions bad, smallest shift 1 σ,
 * individuals chart (c of counts, p of booleans, none of texts) with rules N1 and N2, subgroup by equipment, monitor 15 min (longer
 * where the cycle is slow) / 5 / sisters (self where the station has no parallel streams, and of what is no number), 3 of the last 20 out of spec, a zone beyond its spec for 5 min, route maintenance, severity warning, hold, escalation after 30 min, capability 1.33 (1.67 for CC and safety).
 */
export function resolveCharacteristic(
  file: CharacteristicFile,
  order: number,
  station: StationFile,
  equipment: readonly Equipment[],
  reaction: ReactionFile
): Characteristic {
  const { plausible, monitor, overrides, derived, tolerate, ...rest } = file;
  const type = file.type ?? 'number';
  const sample = file.sample ?? `every ${station.item === 'tray' ? 'cell' : station.item}`;
  const min_n = monitor?.min_n ?? 5;
  const strict = file.special_class === 'CC' || file.special_class === 'safety';
  return {
    ...rest,
    station: station.id,
    order,
    type,
    kind: file.kind ?? 'product',
    unit_text: file.unit_text ?? writtenUnit(file.unit),
    decimals: file.decimals ?? 2,
    spec: file.spec ?? {},
    overrides: (overrides ?? []).map((override) => ({
      ...override,
      product: override.product ?? any,
      stratum: stratumText(override.stratum),
    })),
    special_class: file.special_class ?? '',
    sample,
    measurement: resolveMeasurement(file.measurement),
    plausible: { lo: plausible?.[0], hi: plausible?.[1] },
    censored: file.censored ?? {},
    derived: derived && { verdict: 'derived', ...derived },
    source: file.source ?? 'station',
    distribution: file.distribution ?? 'normal',
    bad_direction: file.bad_direction ?? 'both',
    smallest_shift: file.smallest_shift ?? 1,
    chart: file.chart ?? charts[type],
    subgroup: { by: file.subgroup?.by ?? ['equipment'], n: subgroupSize(file) },
    rules: file.rules ?? (type === 'text' ? [] : ['N1', 'N2']),
    monitor: {
      window_s:
        monitor?.window === undefined
          ? monitorWindow(station.cycle, min_n * itemsAValue(sample))
          : durationSeconds(monitor.window),
      min_n,
      against: monitor?.against ?? usuallyAgainst(type, file.source, equipment),
    },
    k_of_n: { ...severalOutOfSpec, ...station.k_of_n, ...file.k_of_n },
    tolerate_s: file.source === 'environment' ? (seconds(tolerate) ?? usualTolerance) : undefined,
    route: file.route ?? 'maintenance',
    severity: file.severity ?? 'warning',
    reaction: resolveReaction(file.reaction, reaction),
    capability_target: file.capability_target ?? (strict ? 1.67 : 1.33),
    grade: file.grade ?? '',
    basis: file.basis ?? '',
  };
}
