import { type FaultKind } from './FaultKind';
import { characteristic, during, machine } from './place';
import { truthOf } from './truthOf';

/** After six hours the density stands this far off, in standard deviations (the spec limit is at 4.5). */
const DRIFT = 2.2;
const DRIFT_MS = 6 * 3_600_000;

export const calenderDrift: FaultKind = {
  id: 'calender-drift',
  title: 'The calender gap drifts for six hours, inside the spec',
  start(settings) {
    const { plant, fromMs } = settings;
    const { line, equipment } = machine(plant, 'calendering', 0);
    const density = characteristic(plant, 'press_density_c').index;
    const thickness = characteristic(plant, 'electrode_thickness_c').index;
    const rolls: string[] = [];
    return {
      id: this.id,
      make({ equipment: at, endMs, subject }) {
        if (at !== equipment || !during(settings, endMs) || subject.groups.cathode_roll === undefined) {
          return;
        }
        const drift = DRIFT * Math.min(1, (endMs - fromMs) / DRIFT_MS);
        subject.z[density] = (subject.z[density] as number) - drift;
        subject.z[thickness] = (subject.z[thickness] as number) + 0.7 * drift;
        rolls.push(subject.id);
      },
      truth: () =>
        truthOf(
          calenderDrift,
          settings,
          {
            line: line.id,
            station: 'calendering',
            equipment: [equipment.id],
            characteristics: ['press_density_c', 'electrode_thickness_c'],
          },
          rolls
        ),
    };
  },
};
