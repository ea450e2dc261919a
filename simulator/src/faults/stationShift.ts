import { type Cell, type Visit } from '../world/Item';
import { Concerned } from './Concerned';
import { type Sight } from './Fault';
import { type FaultKind, type FaultSettings, type Places } from './FaultKind';
import { isOutside } from './isOutside';
import { characteristic, during } from './place';
import { truthOf, type Where } from './truthOf';

/** Where a shift applies and how large it is; both may depend on the visit. */
export interface Shift {
  id: string;
  title: string;
  silent?: boolean;
  lastsMs?: number;
  takes: Places;
  mendedBy?: FaultKind['mendedBy'];
  /** Where it is. `line` may be `*`, `equipment` empty: all of them; a position is a lane where there are lanes. */
  where(settings: FaultSettings): Pick<Where, 'line' | 'station' | 'equipment' | 'position'>;
  /** Where it is seen first, if that is another station. */
  shows?: Sight;
  /** The characteristics it shifts. */
  characteristics: readonly string[];
  /** Shift of the characteristic in standard deviations; 0 or undefined: this visit is not concerned. */
  shift(visit: Visit, settings: FaultSettings, characteristic: string): number | undefined;
}

/** A fault that moves the true state of some characteristics at one station while it lasts. */
export function stationShift(definition: Shift): FaultKind {
  const { id, title, silent, lastsMs, takes, mendedBy, characteristics, shows } = definition;
  const kind: FaultKind = {
    id,
    title,
    silent,
    lastsMs,
    takes,
    mendedBy,
    start(settings) {
      const concerned = new Concerned();
      const where = definition.where(settings);
      const moved = characteristics.map((name) => characteristic(settings.plant, name));
      const seen = [...characteristics, ...(shows?.characteristics ?? [])];
      /** A drawn defect is not the fault's. */
      const spoilt = (cell: Cell | undefined): boolean => shows !== undefined && (cell?.defect ?? -1) >= 0;
      return {
        id,
        make(visit) {
          if (visit.station.id !== where.station || !during(settings, visit.endMs)) {
            return;
          }
          if (where.line !== '*' && visit.line.id !== where.line) {
            return;
          }
          if (where.equipment.length > 0 && !where.equipment.includes(visit.equipment.id)) {
            return;
          }
          if (where.position !== undefined && visit.position?.id !== where.position) {
            return;
          }
          const { subject, cell, endMs } = visit;
          const bad = spoilt(cell) || moved.some((c) => isOutside(c, subject));
          let touched = false;
          for (const { id: name, index } of moved) {
            const by = definition.shift(visit, settings, name);
            if (by !== undefined && by !== 0) {
              subject.z[index] = (subject.z[index] as number) + by;
              touched = true;
            }
          }
          if (touched && cell) {
            concerned.add(cell.id, endMs, bad);
          } else if (touched) {
            concerned.addPart(subject.id, endMs, bad);
          }
        },
        judged: (visit) => concerned.judged(visit, seen),
        // What was spoiled on a roll is found again in the cells made of it.
        launch(cell, at) {
          if (
            Object.values(cell.rolls).some((roll) => concerned.hasPart(roll.id) || concerned.hasPart(roll.mother?.id))
          ) {
            concerned.add(cell.id, at, spoilt(cell));
          }
        },
        truth: () =>
          truthOf(
            kind,
            settings,
            { ...where, characteristics: [...characteristics], what: 'level', shows },
            concerned,
            {
              parts: concerned.parts,
            }
          ),
      };
    },
  };
  return kind;
}
