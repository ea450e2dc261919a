import { type Visit } from '../world/Item';
import { type Truth } from './Fault';
import { type FaultKind, type FaultSettings } from './FaultKind';
import { characteristic, during } from './place';
import { truthOf } from './truthOf';

/** Where a shift applies and how large it is; both may depend on the visit. */
export interface Shift {
  id: string;
  title: string;
  silent?: boolean;
  /** Where it is: for the truth. */
  where(settings: FaultSettings): Pick<Truth, 'line' | 'station' | 'equipment'> & { position?: string };
  /** The characteristics it shifts. */
  characteristics: readonly string[];
  /** Shift of the characteristic in standard deviations; 0 or undefined: this visit is not concerned. */
  shift(visit: Visit, settings: FaultSettings, characteristic: string): number | undefined;
}

/** A fault that moves the true state of some characteristics at one station while it lasts. */
export function stationShift(definition: Shift): FaultKind {
  const { id, title, silent, characteristics } = definition;
  const kind: FaultKind = {
    id,
    title,
    silent,
    start(settings) {
      const items: string[] = [];
      const touched = new Set<string>();
      const note = ({ cell, subject }: Visit): void => void (cell ? items.push(cell.id) : touched.add(subject.id));
      const where = definition.where(settings);
      const indices = characteristics.map((name) => ({ name, index: characteristic(settings.plant, name).index }));
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
          let concerned = false;
          for (const { name, index } of indices) {
            const by = definition.shift(visit, settings, name);
            if (by !== undefined && by !== 0) {
              visit.subject.z[index] = (visit.subject.z[index] as number) + by;
              concerned = true;
            }
          }
          if (concerned) {
            note(visit);
          }
        },
        // What was spoiled on a roll is found again in the cells made of it.
        launch(cell) {
          if (Object.values(cell.rolls).some(({ id, mother }) => touched.has(id) || touched.has(mother?.id ?? ''))) {
            items.push(cell.id);
          }
        },
        truth: () =>
          truthOf(kind, settings, { ...where, characteristics: [...characteristics] }, items, { rolls: [...touched] }),
      };
    },
  };
  return kind;
}
