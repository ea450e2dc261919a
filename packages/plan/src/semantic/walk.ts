import type { CharacteristicFile, EquipmentFile, PlanFile, SiteFile, StationFile } from '../planFile';
import type { Problem } from '../problem';

type Path = Problem['path'];

export interface PlacedCharacteristic {
  characteristic: CharacteristicFile;
  station: StationFile;
  path: Path;
}

export function characteristicsIn(file: PlanFile): PlacedCharacteristic[] {
  return file.stations.flatMap((station, s) =>
    station.characteristics.map((characteristic, c) => ({
      characteristic,
      station,
      path: ['stations', s, 'characteristics', c],
    }))
  );
}

export interface PlacedEquipment {
  equipment: EquipmentFile;
  area: string;
  line: string;
  path: Path;
}

export function equipmentIn(site: SiteFile, index: number): PlacedEquipment[] {
  return site.areas.flatMap((area, a) =>
    area.lines.flatMap((line, l) =>
      line.equipment.map((equipment, e) => ({
        equipment,
        area: area.id,
        line: line.id,
        path: ['sites', index, 'areas', a, 'lines', l, 'equipment', e],
      }))
    )
  );
}

/** A problem for every id that stood before in the list. */
export function repeated(ids: Array<{ id: string; path: Path }>, what: string, noun = 'ids'): Problem[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [{ path, rule: `${what} ${noun} are unique, "${id}" stands twice`, advice: 'rename one of the two' }]
      : [];
  });
}
