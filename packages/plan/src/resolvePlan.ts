import { durationSeconds } from './duration';
import type { EquipmentFile, PlanFile } from './planFile';
import { resolveControlLimit } from './resolveControlLimit';
import { resolveStation } from './resolveStation';
import type { Equipment, Plan, Site } from './types';

function positionNames(positions: EquipmentFile['positions']): string[] {
  if (positions === undefined || Array.isArray(positions)) {
    return positions ?? [];
  }
  const { name, count } = positions;
  return Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
}

/** Equipment of all sites, in the order of the file, each with the place it stands at. */
export function equipmentOf(file: PlanFile): Equipment[] {
  return file.sites.flatMap((site) =>
    site.areas.flatMap((area) =>
      area.lines.flatMap((line) =>
        line.equipment.map(({ id, name = id, station, positions }) => ({
          id,
          name,
          station,
          site: site.id,
          area: area.id,
          line: line.id,
          positions: positionNames(positions),
        }))
      )
    )
  );
}

function resolveSite(site: PlanFile['sites'][number]): Site {
  const lines = site.areas.flatMap((area) => area.lines);
  return {
    id: site.id,
    name: site.name,
    calendar: { day_start: '00:00', shifts: [], planned_stops: [], ...site.calendar },
    areas: site.areas.map(({ id, name }) => ({ id, name })),
    lines: [...new Set(lines.map(({ id }) => id))],
    line_names: Object.fromEntries(lines.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]]))),
  };
}

const inSeconds = (durations: Record<string, string> = {}): Record<string, number> =>
  Object.fromEntries(Object.entries(durations).map(([of, duration]) => [of, durationSeconds(duration)]));

/** A valid file with every default applied. Defaults of stations and characteristics are in `resolveStation`. */
export function resolvePlan(file: PlanFile): Plan {
  const equipment = equipmentOf(file);
  const stations = file.stations.map((station, index) =>
    resolveStation(station, index + 1, equipment, file.defaults ?? {})
  );
  return {
    header: file.plan,
    enterprise: file.enterprise,
    alarm_budget: { maintenance: 0.5, plant: 2, ...file.alarm_budget },
    personal_data: file.personal_data ?? 'pseudonym',
    keep_free_text: file.keep_free_text ?? false,
    disposition_master: file.disposition_master ?? 'cellthread',
    hold_expiry: inSeconds(file.hold_expiry),
    answer_within: inSeconds(file.answer_within),
    language: file.language ?? 'en',
    buckets: file.buckets ?? 4096,
    currency: file.currency,
    simulation: file.simulation,
    products: file.products,
    zones: file.zones ?? [],
    sites: file.sites.map(resolveSite),
    equipment,
    stations,
    control_limits: (file.control_limits ?? []).map((limit) => {
      const at = stations.find(({ id }) => id === limit.station);
      const { monitor } = at?.characteristics.find(({ id }) => id === limit.characteristic) ?? {};
      return resolveControlLimit(limit, durationSeconds, monitor?.window_s);
    }),
  };
}
