import { type Action } from '../told/Told';
import { type Visit } from '../world/Item';
import { type Ended, type Fault, type Truth } from './Fault';
import { type FaultKind, type FaultSettings } from './FaultKind';
import { machinesOn } from './toldPlace';

/** Where a fault is, all its machines named. */
type Where = Pick<Truth, 'line' | 'station' | 'equipment' | 'position' | 'characteristics'>;

function whereOf(fault: Fault, { plant }: FaultSettings): Where {
  const where = fault.truth();
  const all = machinesOn(plant, where.line, where.station).map(({ id }) => id);
  return { ...where, equipment: where.equipment.length > 0 ? where.equipment : all };
}

/** Whether something was done at one of its machines (or at all of its station), and not at another position. */
function isThere({ line, station, equipment, position }: Where, action: Action): boolean {
  const isStation = station === '*' || (action.station ?? station) === station;
  const isMachine = action.equipment === undefined ? action.station === station : equipment.includes(action.equipment);
  const isPosition = position === undefined || (action.position ?? position) === position;
  return (line === '*' || action.place.line === line) && isStation && isMachine && isPosition;
}

/** Whether it is what mends it. */
function isRight(
  { mendedBy = [] }: FaultKind,
  { characteristics }: Where,
  plant: FaultSettings['plant'],
  action: Action
) {
  if (mendedBy !== 'plan') {
    return mendedBy.includes(action.reference);
  }
  const machine = machinesOn(plant, '*', '*').find(({ id }) => id === action.equipment);
  const station = plant.stations.find(({ id }) => id === (machine?.station ?? action.station));
  const mends = station?.actions.find(({ id }) => id === action.reference)?.mends ?? [];
  return mends.some((id) => id === '*' || characteristics.includes(id));
}

const covers = ({ equipment, position }: Ended, machine: string, at: string | undefined): boolean =>
  (equipment === undefined || equipment === machine) && (position === undefined || position === at);

/** A fault of a kind. Where somebody does what mends it, it ends from then on; anything else, or elsewhere, changes nothing. */
export function startFault(kind: FaultKind, settings: FaultSettings): Fault {
  const own = { ...settings };
  const fault = kind.start(own);
  if (kind.mendedBy === undefined) {
    return fault;
  }
  const where = whereOf(fault, own);
  const ended: Ended[] = [];
  const isEndedAt = (machine: string, position: string | undefined): boolean =>
    ended.some((one) => covers(one, machine, position));
  const isEnded = ({ equipment, position }: Visit): boolean => isEndedAt(equipment.id, position?.id);
  const { beforeLoad, make, read, deliver } = fault;
  return {
    ...fault,
    beforeLoad: beforeLoad && ((visit, supplies) => (isEnded(visit) ? undefined : beforeLoad(visit, supplies))),
    make: make && ((visit) => (isEnded(visit) ? undefined : make(visit))),
    read: read && ((visit) => (isEnded(visit) ? undefined : read(visit))),
    deliver: deliver && ((message, visit) => (isEnded(visit) ? [message] : deliver(message, visit))),
    done(action, atMs) {
      const runs = atMs >= own.fromMs && atMs < own.toMs;
      if (!runs || !isThere(where, action) || !isRight(kind, where, own.plant, action)) {
        return;
      }
      const { reference, event, id, equipment, position } = action;
      ended.push({ at_ms: atMs, by: reference, event, event_id: id, equipment, position });
      if (where.equipment.every((machine) => isEndedAt(machine, where.position))) {
        own.toMs = atMs;
      }
    },
    truth: () => ({ ...fault.truth(), ended: ended.length > 0 ? ended : undefined }),
  };
}
