import path from 'node:path';
import { root } from '@cellthread/install';
import { loadPlan } from '@cellthread/plan/load';
import { plantFolder } from '@cellthread/plan/plant';
import { type FaultKind, faultKindsOf, type Plant, readPlant } from '@cellthread/simulator';
import { showsInRecords } from './showsInRecords';

/** A plant whose faults are judged: all of its line, or those that any plan can have. */
export interface JudgedPlant {
  title: string;
  plan: string;
  calmHours: number;
  faultHours: number;
  kinds: FaultKind[];
}

const HOUR = 3_600_000;

/** The plant of this checkout, and another one whose line is slow: of that the faults of any plan, at whatever station. */
export function judgedPlants(only: readonly string[] | undefined): JudgedPlant[] {
  const usual = plantFolder().plan;
  const other = path.join(root, 'plants/pouch-pilot/plan.yaml');
  const wanted = (kinds: readonly FaultKind[]) => kinds.filter(({ id }) => !only || only.includes(id));
  return [
    { title: '', plan: usual, calmHours: 24, faultHours: 10, kinds: wanted(inWindows(usual)) },
    {
      title: ' in the pouch plant',
      plan: other,
      calmHours: 48,
      faultHours: 20,
      kinds: wanted(inWindows(other, ({ silent }) => !silent)),
    },
  ];
}

function inWindows(plan: string, wanted: (kind: FaultKind) => boolean = () => true): FaultKind[] {
  const plant: Plant = readPlant(loadPlan(plan));
  return faultKindsOf(plant).filter((kind) => wanted(kind) && !showsInRecords(plant, kind));
}

/** Kinds by the hours that their faults are given: until they are whole. */
export function byHours({ faultHours, kinds }: Pick<JudgedPlant, 'faultHours' | 'kinds'>): Map<number, FaultKind[]> {
  const grouped = new Map<number, FaultKind[]>();
  for (const kind of kinds) {
    const hours = Math.max(faultHours, (kind.lastsMs ?? 0) / HOUR);
    grouped.set(hours, [...(grouped.get(hours) ?? []), kind]);
  }
  return grouped;
}
